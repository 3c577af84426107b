import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { LiveChannel } from '#platform/live';
import { HouseRules, SiteName } from '#platform/runtime';
import { CommunityReader } from './community.reader.js';
import type { Community } from './community.type.js';

const PAUSE_MS = 1_000; // until it is read again what could not be read: nobody tells of it a second time

/** Keeps in memory what every page needs of the company: read at the start, and again when PostgreSQL tells that it changed. */
@Injectable()
export class CommunityKeeper implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Company');
  private community: Community | undefined;
  private reading: Promise<Community> | undefined;
  private again = false;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly reader: CommunityReader,
    private readonly channel: LiveChannel,
    private readonly siteName: SiteName,
    private readonly houseRules: HouseRules,
  ) {}

  onModuleInit(): void {
    const hear = () => {
      clearTimeout(this.timer);
      void this.refresh().catch((error: unknown) => {
        this.log.warn(`What changed about the company could not be read, and is read again: ${(error as Error).message}`);
        if (!this.ended) this.timer = setTimeout(hear, PAUSE_MS).unref();
      });
    };
    this.channel.hear({ hear: (message) => { if (isOurs(message)) hear(); }, resync: hear });
  }

  /** Listens before it reads: what changes in between is told. */
  async onApplicationBootstrap(): Promise<void> {
    await this.channel.open();
    await this.refresh();
  }

  onApplicationShutdown(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  get now(): Community {
    if (!this.community) throw new Error('The company was asked for before the program had started.');
    return this.community;
  }

  /** Reads it again; who comes while it is being read waits for the next reading, since that one may be older than what they know of. */
  refresh(): Promise<Community> {
    if (this.reading) this.again = true;
    this.reading ??= this.read().finally(() => { this.reading = undefined; });
    return this.reading;
  }

  private async read(): Promise<Community> {
    let community: Community;
    do {
      this.again = false;
      community = await this.reader.read();
    } while (this.again);
    this.community = community;
    this.siteName.now = community.name;
    Object.assign(this.houseRules, community.rules);
    return community;
  }
}

function isOurs(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'community' in message;
}
