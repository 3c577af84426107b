import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { tagsIn } from '../ask/ask.typed.js';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { Previewing } from '../parts/previewing.js';
import { confirmationIn, PrivateDataWarning } from '../private-data/private-data.warning.js';
import { EntryFormView } from './entry-form.view.js';
import { editEntryOperation, entryFormOperation, entryOperation, splitEntryOperation, writeEntryOperation } from './knowledge.operation.js';
import { SplitView } from './split.view.js';

const CHOSEN_MOST = 200; // characters: the numbers of what was chosen

interface Shown {
  typed: Fields;
  problem?: ProblemParts | null;
  preview?: string | null;
  masked?: boolean;
  /** The conflict of which the answer's words are to stand in the text. */
  choose?: number;
}

/** Writing an article or an FAQ entry, and changing one. */
@Pages()
export class EntryFormController {
  constructor(
    private readonly asking: Asking,
    private readonly previews: Previewing,
    private readonly warning: PrivateDataWarning,
  ) {}

  @Get('kb/new')
  begin(@Visiting() visit: Visit, @Query() query: Record<string, unknown>): Promise<Reply> {
    const said = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
    return this.new(visit, { typed: { kind: said('kind'), title: said('title'), original: said('original'), language: visit.page.language, categoryId: said('topic'), for: said('for') } });
  }

  @Post('kb/new')
  async write(@Visiting() visit: Visit): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    const answered = await this.between(visit, fields, (shown) => this.new(visit, shown));
    if (answered) return answered;
    const { title = '', text = '', categoryId = '', original, clientMutationId = null } = fields;
    const { made } = await this.asking.ask(visit.actor, writeEntryOperation, {
      input: { kind: kindIn(fields), title, text, categoryId, tags: tagsIn(fields['tags'] ?? ''), language: fields['language'] === 'de' ? 'de' : 'en', originalId: original ? `kno_${original}` : null, threadIds: threadsIn(fields['for']), privateDataConfirmation: confirmationIn(fields), clientMutationId },
    });
    return made.problem ? this.new(visit, { typed: fields, problem: made.problem }) : goTo(visit.page.href(`${made.entry!.path}?done=written`));
  }

  @Get('kb/:key/edit')
  change(@Visiting() visit: Visit, @Param('key') key: string, @Query('take') take?: unknown): Promise<Reply> {
    return this.of(visit, key, { typed: take === '1' ? { take } : {} });
  }

  @Post('kb/:key/edit')
  async edit(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    const answered = await this.between(visit, fields, (shown) => this.of(visit, key, shown));
    if (answered) return answered;
    const { title = '', text = '', categoryId = '', clientMutationId = null } = fields;
    const { made } = await this.asking.ask(visit.actor, editEntryOperation, {
      input: { entryId: `kno_${key}`, title, text, categoryId, tags: fields['tags'] === undefined ? null : tagsIn(fields['tags']), sourcesTaken: fields['take'] === '1', basedOn: Number.parseInt(fields['basedOn'] ?? '', 10) || null, privateDataConfirmation: confirmationIn(fields), clientMutationId },
    });
    return made.problem ? this.of(visit, key, { typed: fields, problem: made.problem }) : goTo(visit.page.href(`${made.entry!.path}?done=edited`));
  }

  @Get('kb/:key/split')
  beginSplit(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.split(visit, key, {});
  }

  @Post('kb/:key/split')
  async sendSplit(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const fields = fieldsOf(visit.request);
    if (fields['act'] === 'mask') return this.split(visit, key, { typed: await this.warning.masked(fields), masked: true });
    const { title = '', text = '', clientMutationId = null } = fields;
    const { made } = await this.asking.ask(visit.actor, splitEntryOperation, {
      input: { entryId: `kno_${key}`, title, text, threadIds: chosenIn(fields), basedOn: Number.parseInt(fields['basedOn'] ?? '', 10) || null, privateDataConfirmation: confirmationIn(fields), clientMutationId },
    });
    return made.problem ? this.split(visit, key, { typed: fields, problem: made.problem }) : goTo(visit.page.href(`${made.entry!.path}?done=split`));
  }

  private async split({ actor, page }: Visit, key: string, { typed: sent = {}, problem = null, masked = false }: Partial<Shown>): Promise<Reply> {
    const { knowledgeEntry: entry } = await this.asking.ask(actor, entryOperation, { id: `kno_${key}`, withWork: page.member?.keepsOrder ?? false, withAskDraft: false, withRelated: false });
    if (!entry?.viewer.canPublish?.allowed) throw new NotFoundException();
    const now = { text: entry.source, basedOn: String(entry.version) };
    const typed = { ...now, ...sent, ...(problem?.code === 'Conflict' ? { basedOn: now.basedOn } : {}) };
    return show(<SplitView page={page} entry={entry} typed={typed} chosen={chosenIn(sent)} problem={problem} masked={masked} />, problem ? statusOf(problem) : 200);
  }

  /** A preview, or dots in the place of private data: the form again, nothing sent. */
  private async between(visit: Visit, fields: Fields, again: (shown: Shown) => Promise<Reply>): Promise<Reply | null> {
    if (fields['act'] === 'preview') return again({ typed: fields, preview: await this.previews.of(visit, fields['text'] ?? '') });
    const chosen = /^choose\.(\d{1,3})$/.exec(fields['act'] ?? '')?.[1];
    if (chosen !== undefined) return again({ typed: { ...fields, chosen: `${fields['chosen'] ?? ''} ${chosen}`.trim().slice(-CHOSEN_MOST) }, choose: Number(chosen) });
    return fields['act'] === 'mask' ? again({ typed: await this.warning.masked(fields), masked: true }) : null;
  }

  private async new({ actor, page }: Visit, shown: Shown): Promise<Reply> {
    const kind = kindIn(shown.typed);
    if (!(kind === 'faq' ? page.member?.isStaff : page.member?.keepsOrder)) throw new NotFoundException();
    const { original = '' } = shown.typed;
    const { categories, tags, original: translated } = await this.asking.ask(actor, entryFormOperation, { original: `kno_${original}`, withOriginal: original !== '' });
    // a translation is in the other language, and stands under the same topic
    const begun: Fields = translated ? { language: translated.language === 'de' ? 'en' : 'de', categoryId: translated.category.id, tags: translated.tags.join(', ') } : {};
    const typed = { ...shown.typed, ...(shown.problem === undefined ? begun : {}) };
    return show(<EntryFormView page={page} kind={kind} entry={null} original={translated ?? null} categories={categories} tags={tags} preview={null} problem={null} masked={false} {...shown} typed={typed} />, shown.problem ? statusOf(shown.problem) : 200);
  }

  private async of({ actor, page }: Visit, key: string, shown: Shown): Promise<Reply> {
    const { knowledgeEntry: entry, categories } = await this.asking.ask(actor, entryOperation, { id: `kno_${key}`, withWork: page.member?.keepsOrder ?? false, withAskDraft: false, withRelated: false });
    if (!entry?.viewer.canEdit?.allowed) throw new NotFoundException();
    const { tags } = await this.asking.ask(actor, entryFormOperation, { original: '', withOriginal: false });
    const taken = shown.typed['take'] === '1' ? entry.sourceUpdate?.text : undefined; // with what its answers say now
    const now = { title: entry.waiting?.title ?? entry.title, text: taken ?? entry.waiting?.source ?? entry.source, categoryId: entry.category.id, tags: entry.tags.join(', '), basedOn: String(entry.version) };
    // whose change came in between is told, and may send again what stands there now
    const typed = chosenText({ ...now, ...shown.typed, ...(shown.problem?.code === 'Conflict' ? { basedOn: now.basedOn } : {}) }, entry.sourceUpdate?.conflicts[shown.choose ?? -1]);
    return show(<EntryFormView page={page} kind={entry.kind} entry={entry} original={null} categories={categories} tags={tags} preview={null} problem={null} masked={false} {...shown} typed={typed} />, shown.problem ? statusOf(shown.problem) : 200);
  }
}

/** With the answer's words in the place of the entry's. */
function chosenText<Typed extends { text: string }>(typed: Typed, conflict: { own: string; source: string } | undefined): Typed {
  if (!conflict) return typed;
  const text = conflict.own !== '' && typed.text.includes(conflict.own) ? typed.text.replace(conflict.own, () => conflict.source) : `${typed.text.trimEnd()}\n\n${conflict.source}`;
  return { ...typed, text };
}

function kindIn({ kind }: Fields): 'article' | 'faq' {
  return kind === 'faq' ? 'faq' : 'article';
}

/** The threads that it is written for. */
function threadsIn(text = ''): string[] {
  return text.split('.').filter((id) => /^thr_\d{1,19}$/.test(id)).slice(0, 20);
}

/** The threads that were ticked. */
function chosenIn(fields: Fields): string[] {
  return Object.keys(fields).flatMap((name) => /^with\.(thr_\d{1,19})$/.exec(name)?.[1] ?? []);
}
