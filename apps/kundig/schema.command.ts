import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import type { Command } from './command.type.js';
import { schemaText } from './schema.js';

/** `kundig schema [file]`: the GraphQL schema, printed or written. */
export const schemaCommand: Command = {
  async run([file]) {
    const text = await schemaText();
    if (file) writeFileSync(file, text);
    else process.stdout.write(text);
    return 0;
  },
};
