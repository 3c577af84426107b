import { NotFoundException, Param, Post } from '@nestjs/common';
import { ContactKind } from '#company';
import { Asking } from '../graphql/asking.js';
import type { ResultOf, VariablesOf } from '../graphql/document.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { versionIn } from './brand.controller.js';
import { BrandView } from './brand.view.js';
import { communityOperation, setWaysOperation } from './community.operation.js';

type Community = ResultOf<typeof communityOperation>['community'];
type WayInput = VariablesOf<typeof setWaysOperation>['input']['ways'][number];

/** Which form was refused: that of a place from 1 on, or 0 for a new one. */
export interface RefusedWay {
  place: number;
  typed: Fields;
  problem: ProblemParts;
}

/** The contact ways, one at a time: each form of them changes the whole list, as it was when the page was shown. */
@Pages()
export class WaysController {
  constructor(private readonly asking: Asking) {}

  @Post('admin/community/ways')
  async add(@Visiting() visit: Visit): Promise<Reply> {
    const { ways, fields, ...rest } = await this.begun(visit);
    return this.set(visit, { ...rest, fields, place: 0, ways: [...ways, wayIn(fields)], changed: ways.length });
  }

  @Post('admin/community/ways/:place')
  async change(@Visiting() visit: Visit, @Param('place') at: string): Promise<Reply> {
    const { ways, fields, ...rest } = await this.begun(visit);
    const place = /^\d{1,2}$/.test(at) ? Number(at) : 0;
    if (!ways[place - 1]) throw new NotFoundException();
    const others = ways.toSpliced(place - 1, 1);
    if (fields['act'] === 'remove') return this.set(visit, { ...rest, fields, place, ways: others, changed: -1 });
    // what was typed before it is moved is kept
    const to = { up: Math.max(0, place - 2), down: Math.min(others.length, place) }[fields['act'] ?? ''] ?? place - 1;
    return this.set(visit, { ...rest, fields, place, ways: others.toSpliced(to, 0, wayIn(fields)), changed: to });
  }

  private async begun({ actor, page, request }: Visit): Promise<{ community: Community; fields: Fields; ways: WayInput[] }> {
    if (!page.member?.isAdmin) throw new NotFoundException();
    const { community } = await this.asking.ask(actor, communityOperation, {});
    return { community, fields: fieldsOf(request), ways: community.contactWays.map(inputOf) };
  }

  /** `changed`: which of the list is the one that was typed; its faults are those of the form. */
  private async set({ actor, page }: Visit, { community, fields, place, ways, changed }: { community: Community; fields: Fields; place: number; ways: WayInput[]; changed: number }): Promise<Reply> {
    const { done: { problem } } = await this.asking.ask(actor, setWaysOperation, { input: { ways, basedOn: versionIn(fields), clientMutationId: fields['clientMutationId'] ?? null } });
    if (!problem) return goTo(page.href('/admin/community?done=1#ways'));
    const refused: RefusedWay = { place, typed: fields, problem: atItsFields(problem, changed) };
    return show(<BrandView page={page} community={community} typed={null} problem={null} done={false} ways={refused} />, statusOf(problem));
  }
}

function inputOf({ kind, address, hours, de, en }: Community['contactWays'][number]): WayInput {
  return { kind, address, hours, de: { ...de }, en: { ...en } };
}

function wayIn(fields: Fields): WayInput {
  const texts = (language: string) => ({ label: fields[`${language}.label`] ?? '', cost: fields[`${language}.cost`] ?? '', hoursNote: fields[`${language}.hoursNote`] ?? '', note: fields[`${language}.note`] ?? '' });
  const kind = Object.values(ContactKind).find((known) => known === fields['kind']) ?? ContactKind.other;
  return { kind, address: fields['address'] ?? '', hours: fields['hours'] ?? '', de: texts('de'), en: texts('en') };
}

/** `ways.3.de.label` of the API is `de.label` of the form. What is wrong with the list as a whole stands at its first field. */
function atItsFields(problem: ProblemParts, changed: number): ProblemParts {
  if (problem.__typename !== 'InvalidInput') return problem;
  const own = `ways.${changed}.`;
  return { ...problem, fields: problem.fields.map((fault) => ({ ...fault, field: fault.field.startsWith(own) ? fault.field.slice(own.length) : 'kind' })) };
}
