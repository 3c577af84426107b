import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from '#accounts';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { DataExportService } from './data-export.service.js';
import { DataExport, DataExportPayload, ExportMyDataInput } from './data-export.type.js';

@Resolver(() => Member)
export class DataExportResolver {
  constructor(private readonly exports: DataExportService) {}

  @ResolveField('dataExport', () => DataExport, { nullable: true, description: 'The latest export of one’s own data; null where none was asked for, on other members, and for tokens.' })
  dataExport(@Parent() member: Member, @CurrentActor() actor: Actor): Promise<DataExport | null> | null {
    return actor.id !== null && actor.scopes === null && member.id === `mem_${actor.id}` ? this.exports.latest(actor.memberId) : null;
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => DataExportPayload, { description: 'Asks for everything that is kept of oneself, as one file: once a day. It is put together meanwhile; one is told when it is there. Not with a token.' })
  async exportMyData(@CurrentActor() actor: Actor, @Input() _input: ExportMyDataInput): Promise<DataExportPayload> {
    return { dataExport: await this.exports.request(actor) };
  }
}
