import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Refused } from '#platform/graphql';

export interface SignInOutcome {
  memberId: string | null;
  /** What their password was found to fit: the session is opened only while it is still that. */
  compared: string | null;
  refused: Refused | null;
}

/** Runs Passport and hands the outcome to the controller (`request.user`): a page shows its form again, a program gets a status. */
@Injectable()
export class LocalGuard extends AuthGuard('local') {
  override handleRequest<User>(error: unknown, user: unknown, _info: unknown, _context: ExecutionContext): User {
    if (error && !(error instanceof Refused)) throw error;
    const { memberId, compared } = user ? (user as Omit<SignInOutcome, 'refused'>) : { memberId: null, compared: null };
    const outcome: SignInOutcome = {
      memberId,
      compared,
      refused: error instanceof Refused ? error : null,
    };
    return outcome as User;
  }
}
