import { Injectable } from '@nestjs/common';
import type { Actor, Language } from '#platform/access';
import { cleanText } from '#platform/content';
import { Database } from '#platform/database';
import { conflict, invalid } from '#platform/graphql';
import { legalHtml } from './legal.html.js';
import type { LegalPageName, LegalVersion, PublishLegalPageInput } from './legal.type.js';

const VERSIONS_MOST = 100;

type Row = Omit<LegalVersion, 'html' | 'language'> & { htmlDe: string; htmlEn: string };

/** The pages a company owes: rendered when they are written, and no version is ever lost. */
@Injectable()
export class LegalService {
  constructor(private readonly db: Database) {}

  /** A version, or the one in force; null where there is none. A language that was left empty shows the other one. */
  async version(page: LegalPageName, language: Language, number: number | null): Promise<LegalVersion | null> {
    const row = await this.db.one<Row>(
      `select v.page, v.number, v.published_at as "publishedAt", v.must_agree as "mustAgree", v.source_de as "sourceDe", v.source_en as "sourceEn", v.html_de as "htmlDe", v.html_en as "htmlEn",
         v.number = (select max(number) from legal_version where page = $1) as "isCurrent",
         (select json_agg(json_build_object('number', o.number, 'publishedAt', o.published_at, 'mustAgree', o.must_agree) order by o.number desc)
          from (select * from legal_version where page = $1 order by number desc limit ${VERSIONS_MOST}) o) as versions
       from legal_version v where v.page = $1 and ($2::integer is null or v.number = $2) order by v.number desc limit 1`,
      [page, number],
    );
    if (!row) return null;
    const { htmlDe, htmlEn, ...rest } = row;
    const shown: Language = (language === 'de' ? row.sourceDe : row.sourceEn) === '' ? (language === 'de' ? 'en' : 'de') : language;
    return { ...rest, language: shown, html: shown === 'de' ? htmlDe : htmlEn, versions: row.versions.map((each) => ({ ...each, publishedAt: new Date(each.publishedAt) })) };
  }

  /** Puts a new version in force. Of two who write at once the second is told; the primary key decides between those of the same moment. */
  async publish(actor: Actor, input: PublishLegalPageInput): Promise<void> {
    await this.db.transaction(async () => {
      const [de, en] = [cleanText(input.sourceDe)!.trim(), cleanText(input.sourceEn)!.trim()];
      if (de === '' && en === '') throw invalid({ field: 'sourceDe', code: 'required' }, { field: 'sourceEn', code: 'required' });
      if (input.mustAgree && input.page !== 'rules') throw invalid({ field: 'mustAgree', code: 'malformed' });
      const published = await this.db.query(
        `insert into legal_version (page, number, source_de, source_en, html_de, html_en, must_agree, published_by)
         select $1, $2::integer + 1, $3, $4, $5, $6, $7, $8 where $2::integer = (select coalesce(max(number), 0) from legal_version where page = $1) on conflict do nothing returning number`,
        [input.page, input.basedOn, de, en, legalHtml(de), legalHtml(en), input.mustAgree, actor.memberId],
      );
      if (published.length === 0) throw conflict('changed-meanwhile');
      await this.db.query('update community set id = id'); // every process is told to read again
    });
  }

  /** Notes that the member agrees to the house rules in force. */
  async agree(actor: Actor, number: number): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.db.one<{ number: number }>(`select max(number) as number from legal_version where page = 'rules'`);
      if (row?.number !== number) throw conflict('changed-meanwhile');
      await this.db.query('update member set rules_agreed = $2, rules_agreed_at = now() where id = $1 and rules_agreed < $2', [actor.memberId, number]);
    });
  }
}
