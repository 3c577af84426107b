import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';
import type { ContactKind, ContactWay } from '../contact/contact.type.js';
import { hoursText, type OpenHours } from '../contact/weekly.hours.js';
import type { Community, CommunityLogo } from './community.type.js';

interface Row {
  name: string | null;
  claimDe: string;
  claimEn: string;
  brand: string | null;
  accent: string | null;
  timeZone: string;
  version: number;
  stepsDismissed: boolean;
  mime: string | null;
  width: number;
  height: number;
  content: Buffer;
  ways: WayRow[];
  rules: { current: number; needed: number };
}

type Texts<L extends string> = Record<`label_${L}` | `cost_${L}` | `hours_${L}` | `note_${L}`, string>;

interface WayRow extends Texts<'de'>, Texts<'en'> {
  kind: ContactKind;
  address: string;
  hours: OpenHours[];
}

/** What stands in the tables; whoever only shows it takes it out of the keeper's memory. */
@Injectable()
export class CommunityReader {
  constructor(
    private readonly db: Database,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async read(): Promise<Community> {
    const row = (await this.db.one<Row>(`
      select c.name, claim_de as "claimDe", claim_en as "claimEn", brand, accent, time_zone as "timeZone", version, steps_dismissed_at is not null as "stepsDismissed",
        l.mime, l.width, l.height, l.content, (select coalesce(jsonb_agg(to_jsonb(w) order by w.place), '[]') from contact_way w) as ways,
        (select json_build_object('current', coalesce(max(v.number), 0), 'needed', coalesce(max(v.number) filter (where v.must_agree), 0)) from legal_version v where v.page = 'rules') as rules
      from community c left join community_logo l on true`))!;
    const { name, claimDe, claimEn, brand, accent, timeZone, version, stepsDismissed, ways, rules } = row;
    return {
      name: name ?? this.runtime.settings.name,
      isNamed: name !== null,
      claim: { de: claimDe, en: claimEn },
      brand, accent, timeZone, version, stepsDismissed, rules,
      logo: row.mime === null ? null : logoOf({ ...row, mime: row.mime }),
      contactWays: ways.map(wayOf),
    };
  }
}

function logoOf({ mime, width, height, content }: Row & { mime: string }): CommunityLogo {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  return { mime, width, height, content, path: `/assets/${hash}/logo.${mime.slice('image/'.length)}` };
}

function wayOf(row: WayRow): ContactWay {
  return {
    kind: row.kind,
    address: row.address,
    openHours: row.hours,
    hours: hoursText(row.hours),
    de: { label: row.label_de, cost: row.cost_de, hoursNote: row.hours_de, note: row.note_de },
    en: { label: row.label_en, cost: row.cost_en, hoursNote: row.hours_en, note: row.note_en },
  };
}
