import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { ErasureService } from './erasure.service.js';
import { DeleteMyAccountInput, DeleteMyAccountPayload } from './erasure.type.js';

@Resolver()
export class ErasureResolver {
  constructor(private readonly erasures: ErasureService) {}

  @Access('member')
  @WhileSuspended()
  @Mutation(() => DeleteMyAccountPayload, { description: 'Deletes one’s own account, at once and for good; the password is asked again. Not with a token.' })
  async deleteMyAccount(@CurrentActor() actor: Actor, @Input() input: DeleteMyAccountInput): Promise<DeleteMyAccountPayload> {
    await this.erasures.delete(actor, input);
    return { deleted: true };
  }
}
