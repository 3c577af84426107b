import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { SignUpService } from '../sign-in/sign-up.service.js';
import type { SignUpInput } from '../sign-in/sign-up.input.js';

/** The first admin, made by whoever runs the machine: one who has signed up, or somebody new. */
@Injectable()
export class CreateAdminService {
  constructor(
    private readonly db: Database,
    private readonly signUp: SignUpService,
  ) {}

  /** Makes the member with that address admin; false where there is none. */
  async promote(email: string): Promise<boolean> {
    return (await this.db.query(`update member set role = 'admin', email_verified_at = coalesce(email_verified_at, now()) where lower(email) = lower($1) returning id`, [email.trim()])).length > 0;
  }

  async create(input: SignUpInput): Promise<void> {
    await this.db.transaction(async () => {
      const id = await this.signUp.register(input);
      await this.db.query(`update member set role = 'admin' where id = $1`, [id]);
    });
  }
}
