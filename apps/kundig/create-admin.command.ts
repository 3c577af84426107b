import 'reflect-metadata';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { NestFactory } from '@nestjs/core';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { AccountsModule, CreateAdminService, SignUpInput } from '#accounts';
import { loadSettings } from '#platform/config';
import { DatabaseModule, migrate } from '#platform/database';
import { StartError } from '#platform/embedded';
import { fieldMessage, InputPipe, Refused } from '#platform/graphql';
import { RuntimeModule } from '#platform/runtime';
import type { Command } from './command.type.js';
import { openDatabase } from './database.open.js';

/** `kundig create-admin <e-mail> [name]`: who has signed up becomes admin; for somebody new the password is asked for, or read from standard input. */
export const createAdminCommand: Command = {
  async run([email = '', name = '']) {
    const settings = loadSettings();
    const language = settings.language;
    const database = await openDatabase(settings);
    try {
      await migrate(database.ownerUrl, database.url);
      const runtime = { settings, databaseUrl: database.url, databaseOwnerUrl: database.ownerUrl };
      const context = await NestFactory.createApplicationContext({ module: class AdminModule {}, imports: [RuntimeModule.with(runtime), DatabaseModule, AccountsModule] }, { logger: ['error'], abortOnError: false });
      try {
        const admins = context.get(CreateAdminService, { strict: false });
        if (await admins.promote(email)) {
          console.log(`${email} has an account: it is admin now, under the name and password it has.`);
          return 0;
        }
        const input = plainToInstance(SignUpInput, { email, name, password: await password(), language });
        const faults = await validate(input, { stopAtFirstError: true });
        if (faults.length > 0) throw InputPipe.refusalOf(faults);
        await admins.create(input);
        console.log(`${name} <${email}> is admin and can sign in.`);
        return 0;
      } finally {
        await context.close();
      }
    } catch (error) {
      if (error instanceof Refused && error.problem.kind === 'InvalidInput') throw inWords(error.problem.fields.map((fault) => `${fault.field}: ${fieldMessage('en', fault)}`));
      throw error;
    } finally {
      await database.stop();
    }
  },
};

function inWords(faults: string[]): StartError {
  return new StartError(`no admin was made: ${faults.join('; ')}`, 'usage: kundig create-admin <e-mail> <name>; the password is asked for (or read from standard input) unless the address has an account');
}

/** Asked for without showing it; from a pipe, its first line. */
async function password(): Promise<string> {
  if (!process.stdin.isTTY) {
    for await (const line of createInterface({ input: process.stdin })) return line;
    return '';
  }
  process.stdout.write('Password (at least 8 characters, not shown): ');
  process.stdin.setRawMode(true);
  let typed = '';
  for (;;) {
    const [chunk] = (await once(process.stdin, 'data')) as [Buffer];
    for (const letter of chunk.toString()) {
      if (letter === '\u0003') process.exit(130); // Ctrl-C
      if (letter === '\r' || letter === '\n') {
        process.stdin.setRawMode(false);
        process.stdout.write('\n');
        return typed;
      }
      typed = letter === '\u007f' ? typed.slice(0, -1) : typed + letter;
    }
  }
}
