import { Args, Field, GraphQLISODateTime, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { Database, decodeId } from '#platform/database';

const ADDRESSES_A_PART = 5_000; // a tenth of what a sitemap may hold (https://www.sitemaps.org/protocol.html): about 1 MB, made in moments

const costOfAPart = ({ childComplexity }: { childComplexity: number }) => 200 + 100 * childComplexity; // few columns of many rows, by key: it is the answer's length that costs

@ObjectType({ description: 'Where a thread is found, and when something last happened there.' })
export class ThreadAddress {
  @Field(() => String, { description: 'Its address on this site, beginning with a slash, without language.' })
  path: string;

  @Field(() => GraphQLISODateTime, { description: 'When something last happened in it.' })
  lastActivityAt: Date;
}

/** What search engines ask: all there is, and what is no more. */
@Resolver()
export class AddressResolver {
  constructor(private readonly db: Database) {}

  @Access('everyone')
  @Query(() => Int, { description: 'How many parts threadAddresses has.' })
  async threadAddressParts(): Promise<number> {
    const [row] = await this.db.prepared<{ latest: string | null }>('select max(id) as latest from thread');
    return Math.ceil(Number(row?.latest ?? 0) / ADDRESSES_A_PART);
  }

  @Access('everyone')
  @Query(() => [ThreadAddress], { complexity: costOfAPart, description: 'The addresses of all threads that everyone may see, in parts of at most 5,000: a thread stays in its part for good. Empty where there is no such part.' })
  threadAddresses(@Args('part', { type: () => Int, description: 'Which part, from 1 on.' }) part: number): Promise<ThreadAddress[]> {
    return this.db.prepared<ThreadAddress>(
      `select '/t/' || id || '/' || slug as path, last_activity_at as "lastActivityAt" from thread where id > $1 and id <= $2 and state = 'visible' order by id`,
      [(part - 1) * ADDRESSES_A_PART, part * ADDRESSES_A_PART],
    );
  }

  @Access('everyone')
  @Query(() => Boolean, { description: 'Whether a thread of this id was there and is deleted, so that its address can be forgotten. False where there never was one, or where it is hidden.' })
  async threadIsGone(@Args('id', { type: () => ID, description: 'thr_ and a number.' }) id: string): Promise<boolean> {
    const key = decodeId('thread', id);
    return key !== null && (await this.db.query(`select from thread where id = $1 and state = 'deleted'`, [key])).length > 0;
  }
}
