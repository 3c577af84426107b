// `npm run sync`: what is generated from the code and committed. schema.graphql, and its types for the pages.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (path) => join(root, path);
const run = (script, ...args) => execFileSync(process.execPath, [at(script), ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

run('scripts/build.mjs');
run('dist/apps/kundig/main.js', 'schema', 'schema.graphql');

// the generator's settings are its alone: as an editor plug-in it would check every file
const settings = at('tsconfig.sync.json');
const generated = at('schema.types.generated.d.ts');
writeFileSync(settings, JSON.stringify({ extends: './tsconfig.json', compilerOptions: { plugins: [{ name: '@0no-co/graphqlsp', schema: './schema.graphql', tadaOutputLocation: './schema.types.generated.d.ts' }] } }));
try {
  run('node_modules/gql.tada/bin/cli.js', 'generate-output', '--tsconfig', settings);
  const [types] = readFileSync(generated, 'utf8').split(/^import \* as gqlTada/m); // what follows makes it the schema of every file
  const hash = createHash('sha256').update(readFileSync(at('schema.graphql'))).digest('hex');
  writeFileSync(at('apps/web/graphql/schema.types.d.ts'), `// Written by \`npm run sync\` from schema.graphql (sha256 ${hash}). Not edited by hand.\n${types}`);
} finally {
  rmSync(settings, { force: true });
  rmSync(generated, { force: true });
}
