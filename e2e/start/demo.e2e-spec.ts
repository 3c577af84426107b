import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build, freePort, Program, removeFolder, temporaryFolder, until } from './program.fixture.js';

describe('kundig start --demo', () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  let port: number;
  let program: Program | undefined;
  const start = async () => {
    program = new Program(['start', '--demo'], folder, { KUNDIG_DATA: data, PORT: String(port), KUNDIG_NAME: 'Demo' });
    await program.saysReady(60_000); // it writes a thousand posts first
    await until(() => program!.said.includes('one password for all'));
    return program.said;
  };
  const json = { 'content-type': 'application/json' };
  beforeAll(async () => {
    build();
    port = await freePort();
  });
  afterEach(async () => {
    await program?.stop();
  });
  afterAll(() => removeFolder(folder));

  it('tells a login for each role that opens, and the second time the same ones for the same community', async () => {
    const said = await start();
    expect(said).toMatch(/The demo community is there: 200 members, 3\d\d threads/);
    const logins = [...said.matchAll(/^ {2}(customer|super user|staff|admin) +(\S+@demo\.example) +(\S+) /gm)];
    const roles: string[] = [];
    for (const [, , email, password] of logins) {
      const response = await fetch(`http://127.0.0.1:${port}/auth/sign-in`, { method: 'POST', headers: json, body: JSON.stringify({ email, password }) });
      const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
      const asked = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers: { ...json, cookie }, body: JSON.stringify({ query: '{ viewer { role } }' }) });
      roles.push(((await asked.json()) as { data: { viewer: { role: string } } }).data.viewer.role);
    }
    expect(roles).toEqual(['customer', 'superUser', 'staff', 'admin']);
    expect(statSync(join(data, 'demo.json')).mode & 0o777).toBe(0o600);
    await program!.stop();

    const again = await start();
    expect(again).toContain('The demo community was there already');
    expect([...again.matchAll(/^ {2}(customer|super user|staff|admin) +(\S+@demo\.example) +(\S+) /gm)].map(([line]) => line)).toEqual(logins.map(([line]) => line));
  }, 150_000);

  it('refuses an option that does not exist', async () => {
    program = new Program(['start', '--dmeo'], folder);
    expect(await program.ends()).toBe(2);
    expect(program.complained).toContain('usage: kundig start [--demo]');
  });
});
