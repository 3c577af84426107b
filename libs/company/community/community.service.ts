import { Injectable } from '@nestjs/common';
import { cleanLine } from '#platform/content';
import { Database } from '#platform/database';
import { conflict } from '#platform/graphql';
import { type Logo, LogoMaker } from '../brand/logo.maker.js';
import { contactAddress } from '../contact/contact.address.js';
import type { ContactWayInput, SetContactWaysInput } from '../contact/contact.type.js';
import { hoursIn } from '../contact/weekly.hours.js';
import type { SetCommunityInput } from './community.input.js';

/** Changes what the company says of itself: for admins, and for theme files. */
@Injectable()
export class CommunityService {
  constructor(
    private readonly db: Database,
    private readonly logos: LogoMaker,
  ) {}

  async set(input: SetCommunityInput): Promise<void> {
    const logo = input.logo ? await this.logos.make(Buffer.from(input.logo, 'base64')) : null;
    await this.db.transaction(async () => {
      await this.lock(input.basedOn);
      if (logo || input.logo === '') await this.setLogo(logo);
      const { name, claimDe, claimEn, brand, accent, timeZone } = input;
      await this.db.query(
        `update community set version = version + 1, name = coalesce($1, name), claim_de = coalesce($2, claim_de), claim_en = coalesce($3, claim_en),
           brand = nullif(coalesce($4, brand), ''), accent = nullif(coalesce($5, accent), ''), time_zone = coalesce($6, time_zone)`,
        [line(name)?.trim(), line(claimDe), line(claimEn), brand?.toLowerCase(), accent?.toLowerCase(), timeZone],
      );
    });
  }

  async setWays(input: SetContactWaysInput): Promise<void> {
    await this.db.transaction(async () => {
      await this.lock(input.basedOn);
      await this.db.query('delete from contact_way');
      await this.db.query(
        `insert into contact_way (place, kind, label_de, label_en, address, cost_de, cost_en, hours, hours_de, hours_en, note_de, note_en)
         select place, kind, label_de, label_en, address, cost_de, cost_en, hours, hours_de, hours_en, note_de, note_en from jsonb_to_recordset($1) as way
           (place smallint, kind text, label_de text, label_en text, address text, cost_de text, cost_en text, hours jsonb, hours_de text, hours_en text, note_de text, note_en text)`,
        [JSON.stringify(input.ways.map((way, at) => rowOf(way, at + 1)))],
      );
      await this.db.query('update community set version = version + 1');
    });
  }

  async dismissFirstSteps(): Promise<void> {
    await this.db.query('update community set steps_dismissed_at = coalesce(steps_dismissed_at, now())');
  }

  private async setLogo(logo: Logo | null): Promise<void> {
    await this.db.query('delete from community_logo');
    if (logo) await this.db.query('insert into community_logo (mime, width, height, content) values ($1, $2, $3, $4)', [logo.mime, logo.width, logo.height, logo.content]);
  }

  private async lock(basedOn: number | null | undefined): Promise<void> {
    const { version } = (await this.db.one<{ version: number }>('select version from community for no key update'))!;
    if (basedOn != null && basedOn !== version) throw conflict('changed-meanwhile');
  }
}

function line(text: string | null | undefined): string | null {
  return text == null ? null : cleanLine(text);
}

function rowOf({ kind, address, de, en, hours }: ContactWayInput, place: number) {
  const said = (text: string | null | undefined) => (line(text) ?? '').trim();
  return {
    place,
    kind,
    address: contactAddress(address),
    hours: hoursIn(hours ?? ''),
    label_de: said(de.label), cost_de: said(de.cost), hours_de: said(de.hoursNote), note_de: said(de.note),
    label_en: said(en.label), cost_en: said(en.cost), hours_en: said(en.hoursNote), note_en: said(en.note),
  };
}
