import { Field, Float, GraphQLISODateTime, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MutationInput, Payload } from '#platform/graphql';

export enum DataExportState {
  waiting = 'waiting',
  working = 'working',
  ready = 'ready',
  failed = 'failed',
  expired = 'expired',
}
registerEnumType(DataExportState, {
  name: 'DataExportState',
  description: 'How far it is.',
  valuesMap: {
    waiting: { description: 'It waits for its turn.' },
    working: { description: 'It is being put together.' },
    ready: { description: 'It can be downloaded.' },
    failed: { description: 'It could not be put together; another may be asked for at once.' },
    expired: { description: 'Its seven days are over, and it is deleted.' },
  },
});

@ObjectType({ description: 'Everything that is kept of a member, as one ZIP file: asked for by them, for them alone.' })
export class DataExport {
  @Field(() => DataExportState, { description: 'How far it is.' })
  state: DataExportState;

  @Field(() => Int, { description: 'Entries and files written so far.' })
  done: number;

  @Field(() => Int, { description: 'Of so many, as counted when it was begun; 0 while it waits.' })
  total: number;

  @Field(() => Float, { nullable: true, description: 'The size of the file; null until it is ready.' })
  bytes: number | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked for.' })
  requestedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it is deleted; null until it is ready.' })
  expiresAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'From when on another may be asked for; null: now.' })
  nextAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Where the member downloads it, signed in; null where there is nothing to download.' })
  path: string | null;
}

@InputType({ description: 'Everything that is kept of the one who asks.' })
export class ExportMyDataInput extends MutationInput {}

@ObjectType({ description: 'What was asked for.' })
export class DataExportPayload extends Payload {
  @Field(() => DataExport, { nullable: true, description: 'How far it is; null where nothing was done.' })
  dataExport?: DataExport | null;
}
