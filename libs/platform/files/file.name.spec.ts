import { cleanFileName, fileSlug } from './file.name.js';

it.each([
  ['../../../etc/passwd', 'passwd.txt'],
  ['..\\..\\boot.ini', 'boot.txt'],
  ['/', 'file.txt'],
  ['...', 'file.txt'],
  ['.htaccess', 'file.txt'],
  ['a\0b.txt', 'ab.txt'],
  ['line\r\nSet-Cookie: x=1.txt', 'line Set-Cookie_ x=1.txt'],
  ['say "hi"; rm -rf.txt', 'say _hi__ rm -rf.txt'],
  ['photo\u202Egnp.exe', 'photognp.txt'],
  ['M\uFFFDller.txt', 'M_ller.txt'],
  ['\uD800.txt', '_.txt'],
  ['Größe \u00ABneu\u00BB 测试.tar.gz', 'Größe \u00ABneu\u00BB 测试.tar.txt'],
  ['![x](javascript:1).md', '!_x_(javascript_1).txt'],
  [`${'ä'.repeat(300)}.txt`, `${'ä'.repeat(80)}.txt`],
])('%j is offered as %j', (sent, name) => {
  expect(cleanFileName(sent, 'txt')).toBe(name);
  expect(fileSlug(name)).toMatch(/^[a-z0-9-]{1,80}\.txt$/);
});
