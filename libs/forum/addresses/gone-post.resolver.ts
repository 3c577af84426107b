import { Args, Context, ID, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { type GraphqlContext, loaderOf } from '#platform/graphql';
import { ThreadReader } from '../thread/thread.reader.js';
import { Thread } from '../thread/thread.type.js';

@ObjectType({ description: 'A post that everybody saw and that is deleted, by itself or with what it stood under.' })
export class GonePost {
  /** Not part of the API. */
  threadKey: string;
}

const everybodySaw = (alias: string) => `(${alias}.state = 'visible' or (${alias}.state = 'deleted' and ${alias}.deleted_from = 'visible'))`;

@Resolver(() => GonePost)
export class GonePostResolver {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadReader,
  ) {}

  @Access('everyone')
  @Query(() => GonePost, { nullable: true, description: 'What is left of a deleted post, so that its address can be forgotten. Null where there never was one, where it is not deleted, and where not everybody saw it, or what it stood under.' })
  async gonePost(@Args('id', { type: () => ID, description: 'pst_ and a number.' }) id: string): Promise<GonePost | null> {
    const gone = await this.db.one<GonePost>(
      `select p.thread_id as "threadKey" from post p join thread t on t.id = p.thread_id join post opening on opening.thread_id = t.id and opening.kind = 'opening'
         left join post above on above.id = p.parent_id
       where p.id = $1 and 'deleted' in (p.state, above.state, t.state) and t.state in ('visible', 'deleted')
         and ${everybodySaw('p')} and ${everybodySaw('opening')} and (p.parent_id is null or ${everybodySaw('above')})`,
      [decodeId('post', id)],
    );
    return gone ?? null;
  }

  @ResolveField(() => Thread, { nullable: true, description: 'Where it stood. Null where that is deleted, too.' })
  thread(@Parent() { threadKey }: GonePost, @Context() context: GraphqlContext): Promise<Thread | null> {
    return loaderOf<string, Thread>(context, 'thread', (keys, actor) => this.threads.byIds(actor, keys)).load(threadKey);
  }
}
