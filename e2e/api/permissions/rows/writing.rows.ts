import { encodeId } from '#platform/database';
import type { ActorName, Kind, Row, Target } from '../notation.js';
import type { World } from '../world.js';

export const kinds: Record<string, Kind> = {
  categoryField: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('field', await world.insert('category_field', { category_id: world.categoryKey, key: 'device', label_de: 'Gerät', label_en: 'Device' })), slug: 'router' }),
    absent: { id: 'fld_999999999', slug: 'no-such' },
  },
  /** The author's; seen by nobody else. */
  draft: {
    states: ['visible'],
    make: async ({ db, people }) => {
      await db.query(`insert into draft (member_id, place, fields) values ($1, 'edit:pst_1', '{}')`, [people.author]);
      return { id: 'edit:pst_1' };
    },
    absent: { id: 'edit:pst_2' },
    sees: (actor, state) => actor === 'author' && state !== 'absent',
  },
};

const labels = { labelDe: 'Gegend', labelEn: 'Region' };
/** Whoever asks has a draft that belongs there. */
const drafted = (form: string) => (world: World, { id }: Target, actor: ActorName) =>
  actor === 'guest' ? Promise.resolve() : world.db.query(`insert into draft (member_id, place, fields) values ($1, $2, '{}')`, [world.people[actor], `${form}:${id}`]);
const named = ({ db, people }: World, { id }: Target) => db.query('insert into mention (post_id, member_id) select id, $2 from post where id = $1', [id.slice(4), people.customer]);
const SIGNED_IN = { 'guest | *': 'UNAUTHENTICATED' } as const;

export const rows: Row[] = [
  { field: 'Category.fields', on: 'categoryField', finds: true, ask: 'category(slug: $slug) { fields { id } }' },
  { mutation: 'createCategoryField', access: 'admin', on: 'category', input: ({ id }) => ({ ...labels, categoryId: id, key: 'region' }), select: 'field { id }', except: { '* | absent': 'invalid categoryId' } },
  { mutation: 'updateCategoryField', access: 'admin', on: 'categoryField', input: ({ id }) => ({ ...labels, id }), select: 'field { id }' },
  { mutation: 'removeCategoryField', access: 'admin', on: 'categoryField', input: ({ id }) => ({ id }), select: 'field { id }' },

  { field: 'Post.mentions', on: ['opening', 'answer', 'comment'], ask: 'post(id: $id) { mentions { id } }', before: named },

  { query: 'drafts', access: 'member', on: 'draft', finds: true, ask: 'drafts { id: place }' },
  { query: 'draft', access: 'member', on: 'draft', ask: 'draft(place: $id) { place fields { name value } }' },
  { field: 'Draft.thread', on: 'thread', finds: true, ask: 'drafts { thread { id } }', before: drafted('answer'), except: SIGNED_IN },
  { field: 'Draft.post', on: ['opening', 'answer', 'comment'], finds: true, ask: 'drafts { post { id } }', before: drafted('comment'), except: SIGNED_IN },
  { mutation: 'saveDraft', access: 'member', input: () => ({ place: 'ask', fields: [{ name: 'title', value: 'x' }] }), select: 'draft { place }' },
  { mutation: 'discardDraft', access: 'member', input: () => ({ place: 'ask' }), select: 'draft { place }' },
];
