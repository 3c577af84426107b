import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { Input } from '#platform/graphql';
import { readPatterns } from './company-pattern.check.js';
import { CompanyPatternList, CompanyPatternsPayload, SetCompanyPatternsInput } from './company-pattern.type.js';
import { CompanyPatterns } from './company.patterns.js';

@Resolver()
export class CompanyPatternResolver {
  constructor(private readonly company: CompanyPatterns) {}

  @Access('staff')
  @Query(() => CompanyPatternList, { description: 'What numbers of the company’s own look like: whoever posts one is warned.' })
  companyPatterns(): Promise<CompanyPatternList> {
    return this.company.list();
  }

  @Access('admin')
  @Mutation(() => CompanyPatternsPayload, { description: 'Says what numbers of the company’s own look like. Within moments every text that is posted is held against the new list.' })
  async setCompanyPatterns(@Input() { patterns, basedOn }: SetCompanyPatternsInput) {
    await this.company.set(readPatterns(patterns), basedOn);
    return { list: await this.company.list() };
  }
}
