import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { fieldMessage, Refused } from '#platform/graphql';
import { CommunityService } from '../community/community.service.js';
import { readTheme, type Theme, ThemeError } from './theme.file.js';

@Injectable()
export class ThemeService {
  constructor(
    private readonly db: Database,
    private readonly communities: CommunityService,
  ) {}

  /** At a start: only where the file says something else than when it was applied last, so that what admins changed since stays. Processes that start at once apply it once. */
  async applyOnce(file: string): Promise<boolean> {
    return this.apply(file, (known, theme) => known === null || !known.equals(theme.digest));
  }

  /** Because somebody says so. */
  async applyNow(file: string): Promise<void> {
    await this.apply(file, () => true);
  }

  private async apply(file: string, isWanted: (known: Buffer | null, theme: Theme) => boolean): Promise<boolean> {
    const theme = await readTheme(file);
    try {
      return await this.db.transaction(async () => {
        const { digest } = (await this.db.one<{ digest: Buffer | null }>('select theme_digest as digest from community for no key update'))!;
        if (!isWanted(digest, theme)) return false;
        await this.communities.set(theme.community);
        if (theme.ways) await this.communities.setWays(theme.ways);
        await this.db.query('update community set theme_digest = $1', [theme.digest]);
        return true;
      });
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.kind !== 'InvalidInput') throw error;
      throw new ThemeError(file, error.problem.fields.map((fault) => ({ field: fault.field, problem: fieldMessage('en', fault) }))); // its logo is no picture
    }
  }
}
