import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { IllegalReportService } from './illegal-report.service.js';
import { IllegalReport, ReportIllegalInput, ReportIllegalPayload } from './illegal-report.type.js';

@Resolver()
export class IllegalReportResolver {
  constructor(private readonly reports: IllegalReportService) {}

  @Access('everyone')
  @Mutation(() => ReportIllegalPayload, { description: 'Reports a post that breaks the law; no account is needed. It hides nothing by itself: a person decides. At most 5 an hour from one network.' })
  async reportIllegal(@CurrentActor() actor: Actor, @Input() input: ReportIllegalInput): Promise<{ report: IllegalReport }> {
    return { report: await this.reports.report(actor, input) };
  }

  @Access('everyone')
  @Query(() => IllegalReport, { nullable: true, description: 'A report of something illegal by its receipt; null where there is none.' })
  illegalReport(@Args('receipt', { type: () => String, description: '22 letters.' }) receipt: string): Promise<IllegalReport | null> {
    return this.reports.byReceipt(receipt);
  }
}
