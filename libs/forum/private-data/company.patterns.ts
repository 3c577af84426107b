import { Injectable, type OnModuleInit } from '@nestjs/common';
import { patternOf } from '#platform/content';
import { Database } from '#platform/database';
import { conflict } from '#platform/graphql';
import { LiveChannel } from '#platform/live';
import type { CompanyPattern, CompanyPatternList } from './company-pattern.type.js';

const CHANGED = 'company-patterns'; // in a message to all processes

interface Known {
  rows: readonly CompanyPattern[];
  /** As they are looked for, in the same order. */
  patterns: readonly RegExp[];
}

/** What the company's own numbers look like. Every text that is posted asks, so they are read once, and again when they have changed. */
@Injectable()
export class CompanyPatterns implements OnModuleInit {
  private reading: Promise<Known> | undefined;

  constructor(
    private readonly db: Database,
    private readonly channel: LiveChannel,
  ) {}

  onModuleInit(): void {
    const forget = () => (this.reading = undefined);
    this.channel.hear({ hear: (message) => isChange(message) && forget(), resync: forget });
  }

  known(): Promise<Known> {
    if (this.reading) return this.reading;
    const reading = this.read();
    this.reading = reading;
    reading.catch(() => this.reading === reading && (this.reading = undefined)); // the database was away: the next one asks again
    return reading;
  }

  /** In one statement: the version is that of the patterns beside it. */
  async list(): Promise<CompanyPatternList> {
    return (await this.db.one<CompanyPatternList>(
      `select version, (select coalesce(json_agg(json_build_object('nameDe', name_de, 'nameEn', name_en, 'pattern', pattern, 'example', example) order by position), '[]') from company_pattern) as patterns
       from company_pattern_list`,
    ))!;
  }

  /** The whole list, checked; what was there before gives way. */
  async set(patterns: readonly CompanyPattern[], basedOn?: number | null): Promise<void> {
    await this.db.transaction(async () => {
      // under its lock: two lists at once would be both
      const [list] = await this.db.query('update company_pattern_list set version = version + 1 where version = coalesce($1, version) returning version', [basedOn ?? null]);
      if (!list) throw conflict('changed-meanwhile');
      await this.db.query('delete from company_pattern');
      await this.db.query(
        `insert into company_pattern (position, name_de, name_en, pattern, example)
         select l.position, l."nameDe", l."nameEn", l.pattern, l.example
         from rows from (jsonb_to_recordset($1) as ("nameDe" text, "nameEn" text, pattern text, example text)) with ordinality l ("nameDe", "nameEn", pattern, example, position)`,
        [JSON.stringify(patterns)],
      );
      await this.channel.tellWithCommit({ changed: CHANGED });
    });
  }

  private async read(): Promise<Known> {
    await this.channel.open(); // before reading: what changes from then on is heard
    const { patterns: rows } = await this.list();
    return { rows, patterns: rows.map(({ pattern }) => patternOf(pattern)!) };
  }
}

function isChange(message: unknown): boolean {
  return (message as { changed?: unknown } | null)?.changed === CHANGED;
}
