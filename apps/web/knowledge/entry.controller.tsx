import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, movedTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { solvedOperation } from '../deflection/deflection.operation.js';
import { askedIn } from '../deflection/opened.js';
import { GoneView } from '../thread/gone.view.js';
import { EntryView } from './entry.view.js';
import { archiveEntryOperation, discardEditOperation, entryOperation, goneEntryOperation, mergeEntriesOperation, PROMOTIONS, publishEntryOperation, rateEntryOperation, rejectEntryOperation, versionsOperation } from './knowledge.operation.js';
import { EntryVersionsView } from './versions.view.js';

const VERSIONS_A_PAGE = 5; // each with its whole text

interface EntryQuery {
  rated?: string;
  done?: string;
  /** The words of somebody who was about to ask, and opened it instead. */
  asked?: string;
  solved?: string;
}

/** What was typed into one of the small forms beside an entry, and came back. */
export interface Refused {
  problem: ProblemParts;
  typed: Record<string, string>;
}

/** One article or FAQ entry: read, rated, and decided about. */
@Pages()
export class EntryController {
  constructor(private readonly asking: Asking) {}

  @Get('kb/:key/versions')
  async versions(@Visiting() { actor, page }: Visit, @Param('key') key: string, @Query() query: PlaceQuery): Promise<Reply> {
    const { knowledgeEntry } = await this.asking.ask(actor, versionsOperation, { id: `kno_${key}`, ...pagePlace(query, VERSIONS_A_PAGE) });
    if (!knowledgeEntry?.versions) throw new NotFoundException();
    return show(<EntryVersionsView page={page} entry={knowledgeEntry} versions={knowledgeEntry.versions} />);
  }

  @Get(['kb/:key', 'kb/:key/:slug'])
  entry(@Visiting() visit: Visit, @Param('key') key: string, @Query() query: EntryQuery): Promise<Reply> {
    return this.show(visit, key, query, null);
  }

  @Post('kb/:key/rate')
  async rate(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { helpful, clientMutationId = null } = fieldsOf(visit.request);
    const { made } = await this.asking.ask(visit.actor, rateEntryOperation, { input: { entryId: `kno_${key}`, helpful: helpful === 'true', clientMutationId } });
    if (made.problem) return this.show(visit, key, {}, { problem: made.problem, typed: {} });
    return goTo(visit.page.href(`${made.entry?.path ?? `/kb/${key}`}?rated=${helpful === 'true' ? 'yes' : 'no'}#helped`));
  }

  /** "This solved my problem", from somebody who was about to ask. */
  @Post('kb/:key/solved')
  async solved(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { asked: sent, clientMutationId = null } = fieldsOf(visit.request);
    const asked = askedIn(sent);
    const { said } = await this.asking.ask(visit.actor, solvedOperation, { input: { entryId: `kno_${key}`, asked, clientMutationId } });
    if (said.problem) return this.show(visit, key, { asked }, { problem: said.problem, typed: {} });
    return goTo(visit.page.href(`${said.entry?.path ?? `/kb/${key}`}?solved=1#solved`));
  }

  @Post('p/:key/promote-to-:kind')
  async promote(@Visiting() visit: Visit, @Param('key') key: string, @Param('kind') kind: string): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!Object.hasOwn(PROMOTIONS, kind) || !page.member?.isStaff) throw new NotFoundException();
    const { made } = await this.asking.ask(actor, PROMOTIONS[kind as keyof typeof PROMOTIONS], { input: { postId: `pst_${key}`, clientMutationId: fieldsOf(request)['clientMutationId'] ?? null } });
    if (!made.entry) throw new NotFoundException(); // neither accepted nor official any more: its thread says so
    return goTo(page.href(`/kb/${made.entry.id.replace('kno_', '')}/edit`));
  }

  @Post('kb/:key/:act')
  async decide(@Visiting() visit: Visit, @Param('key') key: string, @Param('act') act: string): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!(act === 'discard' ? page.member?.keepsOrder : page.member?.isStaff)) throw new NotFoundException();
    const fields = fieldsOf(request);
    const entryId = `kno_${key}`;
    const { clientMutationId = null, reason = '', intoId: typed = '', chosen = '' } = fields;
    const intoId = typed.trim() === '' ? chosen : typed;
    const input = { entryId, clientMutationId, basedOn: Number.parseInt(fields['basedOn'] ?? '', 10) || null };
    if (act === 'discard') return this.decided(visit, key, act, fields, (await this.asking.ask(actor, discardEditOperation, { input })).made);
    const { made } = await this.decision(act, () => this.asking.ask(actor, publishEntryOperation, { input }), () => this.asking.ask(actor, archiveEntryOperation, { input }),
      () => this.asking.ask(actor, rejectEntryOperation, { input: { ...input, reason } }), () => this.asking.ask(actor, mergeEntriesOperation, { input: { entryId, intoId: intoId.trim() === '' ? '' : idIn(intoId), clientMutationId } }));
    return this.decided(visit, key, act, fields, made);
  }

  private decided(visit: Visit, key: string, act: string, typed: Record<string, string>, { problem, entry }: { problem: ProblemParts | null; entry: { path: string } | null }): Promise<Reply> | Reply {
    return problem ? this.show(visit, key, {}, { problem, typed }) : goTo(visit.page.href(`${entry?.path ?? `/kb/${key}`}?done=${act}`));
  }

  private decision<T>(act: string, publish: () => T, archive: () => T, reject: () => T, merge: () => T): T {
    switch (act) {
      case 'publish': return publish();
      case 'archive': return archive();
      case 'reject': return reject();
      case 'merge': return merge();
      default: throw new NotFoundException();
    }
  }

  private async show({ actor, page }: Visit, key: string, { rated, done, asked, solved }: EntryQuery, refused: Refused | null): Promise<Reply> {
    const isSolved = solved !== undefined;
    const { knowledgeEntry: entry, categories, askDraft } = await this.asking.ask(actor, entryOperation, { id: `kno_${key}`, withWork: page.member?.keepsOrder ?? false, withAskDraft: isSolved && page.member !== null, withRelated: true });
    if (!entry) return this.gone(actor, page, key);
    const here = page.path.split('?')[0]!;
    if (!refused && here !== entry.path) return movedTo(page.href(entry.path) + page.path.slice(here.length)); // merged, renamed, or its number alone
    const opened = { asked: askedIn(asked), solved: isSolved, hasDraft: askDraft != null };
    return show(<EntryView page={page} entry={entry} categories={categories} opened={opened} rated={rated === 'yes' ? true : rated === 'no' ? false : null} done={done ?? ''} refused={refused} />, refused ? statusOf(refused.problem) : 200);
  }

  /** Search engines forget at once what is said to be gone; people go on where it was asked. */
  private async gone(actor: Visit['actor'], page: Visit['page'], key: string): Promise<Reply> {
    const { goneEntry } = await this.asking.ask(actor, goneEntryOperation, { id: `kno_${key}` });
    if (!goneEntry) throw new NotFoundException();
    return show(<GoneView page={page} thread={goneEntry.thread} from={page.texts.knowledge.gone} />, goneEntry.forGood ? 410 : 404);
  }
}

/** An entry's number, its id, or its address: as people have it at hand. */
function idIn(typed: string): string {
  const number = /(?:kno_|\/kb\/)(\d+)|^\s*(\d+)\s*$/.exec(typed);
  return `kno_${number?.[1] ?? number?.[2] ?? '0'}`;
}
