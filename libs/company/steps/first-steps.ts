import { Injectable } from '@nestjs/common';
import { Field, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { Database } from '#platform/database';
import { CommunityKeeper } from '../community/community.keeper.js';

@ObjectType({ description: 'What an admin of a fresh community has to do first, told by what is there.' })
export class FirstSteps {
  @Field(() => Boolean, { description: 'Whether it was given a name.' })
  isNamed: boolean;

  @Field(() => Boolean, { description: 'Whether an admin has put them away.' })
  isDismissed: boolean;
}

@Resolver(() => FirstSteps)
@Injectable()
export class FirstStepsResolver {
  constructor(
    private readonly keeper: CommunityKeeper,
    private readonly db: Database,
  ) {}

  @Access('admin')
  @Query(() => FirstSteps, { name: 'firstSteps', description: 'What of the first steps is done.' })
  steps(): FirstSteps {
    const { isNamed, stepsDismissed } = this.keeper.now;
    return { isNamed, isDismissed: stepsDismissed };
  }

  @ResolveField(() => Boolean, { description: 'Whether anybody beside the first admin is staff or admin.' })
  async hasStaff(): Promise<boolean> {
    return (await this.db.query(`select from member where role in ('staff', 'admin') limit 2`)).length > 1;
  }

  @ResolveField(() => Boolean, { description: 'Whether imprint and privacy policy are written; house rules are there from the start.' })
  async hasLegalPages(): Promise<boolean> {
    return (await this.db.query(`select distinct page from legal_version where page in ('imprint', 'privacy')`)).length === 2;
  }
}
