import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { SignUpService } from '../sign-in/sign-up.service.js';
import type { SignUpInput } from '../sign-in/sign-up.input.js';

/** The first admin, made by whoever runs the machine; on an address that has an account, that one becomes admin and keeps its password. */
@Injectable()
export class CreateAdminService {
  constructor(
    private readonly db: Database,
    private readonly signUp: SignUpService,
  ) {}

  async create(input: SignUpInput): Promise<'created' | 'promoted'> {
    return this.db.transaction(async () => {
      const known = await this.db.query(`update member set role = 'admin' where lower(email) = lower($1) returning id`, [input.email.trim()]);
      if (known.length > 0) return 'promoted';
      const id = await this.signUp.register(input);
      await this.db.query(`update member set role = 'admin' where id = $1`, [id]);
      return 'created';
    });
  }
}
