import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { ThreadReader, type ThreadRow } from '../thread/thread.reader.js';
import { noticeMatches, saidIn } from './notice.match.js';
import { comparedText, type NoticeAboutInput, NOTICES_SHOWN } from './notice.type.js';

export const COMPARED_MOST = 50; // more open at once is no list of notices any more
const REGION_FIELD = 'region'; // the key of the categories' field that says where somebody is

@Injectable()
export class NoticeReader {
  constructor(private readonly threads: ThreadReader) {}

  /** What lasts right now. With something to compare it with, what that matches comes first, marked as such. */
  async ongoing(actor: Actor, about: NoticeAboutInput | null | undefined, onlyMatching: boolean): Promise<ThreadRow[]> {
    if (!about) return onlyMatching ? [] : this.threads.withOngoingNotice(actor, NOTICES_SHOWN);
    const { said, tags, region } = comparedWith(about);
    const rows = await this.threads.withOngoingNotice(actor, COMPARED_MOST, { key: decodeId('category', about.categoryId ?? ''), slug: about.category ?? null });
    const marked = rows.map((row) => {
      const { affected, regions } = row.notice!;
      const matching = noticeMatches({ title: row.title, affected, regions, tags: row.tags }, { said, tags, region, inCategory: row.inCategory ?? false });
      return { ...row, notice: { ...row.notice!, matching } };
    });
    const found = marked.filter(({ notice }) => notice.matching);
    return [...found, ...(onlyMatching ? [] : marked.filter(({ notice }) => !notice.matching))].slice(0, NOTICES_SHOWN);
  }
}

function comparedWith(about: NoticeAboutInput) {
  return { said: saidIn(comparedText(about)), tags: about.tags ?? [], region: about.fields?.find(({ key }) => key === REGION_FIELD)?.value.trim() ?? '' };
}
