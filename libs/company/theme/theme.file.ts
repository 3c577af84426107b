import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { fieldMessage, InputPipe } from '#platform/graphql';
import { LOGO_BYTES_MOST, SetCommunityInput } from '../community/community.input.js';
import { SetContactWaysInput } from '../contact/contact.type.js';


/** A theme file that can be taken; what it leaves out stays as it is. */
export interface Theme {
  community: SetCommunityInput;
  ways: SetContactWaysInput | null;
  /** Another one as soon as the file, or its logo, says something else. */
  digest: Buffer;
}

interface Fault {
  field: string;
  problem: string;
}

/** All that is wrong with a theme file, at once. */
export class ThemeError extends Error {
  constructor(
    readonly file: string,
    readonly faults: Fault[],
  ) {
    super([`${file} cannot be taken as a theme:`, ...faults.map(({ field, problem }) => `  ${field ? `${field}: ` : ''}${problem}`)].join('\n'));
    this.name = 'ThemeError';
  }
}

const FIELDS = ['name', 'claim', 'brand', 'accent', 'logo', 'timeZone', 'contactWays'];
const BOTH = ['de', 'en'];
const WAY = ['kind', 'address', 'label', 'cost', 'hours', 'hoursNote', 'note'] as const;
const IN_BOTH = ['label', 'cost', 'hoursNote', 'note'] as const;

export async function readTheme(file: string): Promise<Theme> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ThemeError(file, [{ field: '', problem: error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})` }]);
  });
  const said = parsed(file, text);
  const unknown = unknownFaults(said);
  const faults = shapeFaults(said);
  if (faults.length > 0) throw new ThemeError(file, [...unknown, ...faults]);
  const logo = said['logo'] ? await logoBeside(file, said['logo'] as string) : null;
  const claim = said['claim'] as { de?: string; en?: string } | undefined;
  const community = plainToInstance(SetCommunityInput, {
    name: said['name'], claimDe: claim?.de, claimEn: claim?.en, brand: said['brand'], accent: said['accent'], timeZone: said['timeZone'],
    logo: logo?.toString('base64') ?? (said['logo'] === '' ? '' : undefined),
  });
  const ways = said['contactWays'] === undefined ? null : plainToInstance(SetContactWaysInput, { ways: (said['contactWays'] as Record<string, unknown>[]).map(wayIn) });
  const wrong = [...unknown, ...(await faultsOf(community)), ...(ways ? await faultsOf(ways) : [])];
  if (wrong.length > 0) throw new ThemeError(file, wrong);
  return { community, ways, digest: createHash('sha256').update(JSON.stringify(said)).update(logo ?? '').digest() };
}

function parsed(file: string, text: string): Record<string, unknown> {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch (error) {
    throw new ThemeError(file, [{ field: '', problem: `it is no JSON: ${(error as Error).message}` }]);
  }
  if (!isObject(said)) throw new ThemeError(file, [{ field: '', problem: 'it has to be an object, { "name": ... }' }]);
  return said;
}

/** What nobody asks for: a slip of the pen, told beside whatever else is wrong. */
function unknownFaults(said: Record<string, unknown>): Fault[] {
  const ways = Array.isArray(said['contactWays']) ? (said['contactWays'] as unknown[]) : [];
  const both = (value: unknown, path: string) => (isObject(value) ? unknownIn(value, BOTH, path) : []);
  return [
    ...unknownIn(said, FIELDS, ''), ...both(said['claim'], 'claim.'),
    ...ways.flatMap((way, at) => (isObject(way) ? [...unknownIn(way, WAY, `contactWays.${at}.`), ...IN_BOTH.flatMap((name) => both(way[name], `contactWays.${at}.${name}.`))] : [])),
  ];
}

/** What class and checks below could not make sense of. */
function shapeFaults(said: Record<string, unknown>): Fault[] {
  const { claim, contactWays, ...lines } = said;
  const faults: Fault[] = [];
  for (const [field, value] of Object.entries(lines)) {
    if (FIELDS.includes(field) && typeof value !== 'string') faults.push({ field, problem: 'has to be a text' });
  }
  if (claim !== undefined) faults.push(...bothFaults(claim, 'claim'));
  if (contactWays === undefined) return faults;
  if (!Array.isArray(contactWays)) return [...faults, { field: 'contactWays', problem: 'has to be a list' }];
  for (const [at, way] of (contactWays as unknown[]).entries()) {
    const field = `contactWays.${at}`;
    if (!isObject(way)) faults.push({ field, problem: 'has to be an object, { "kind": ... }' });
    else faults.push(...IN_BOTH.flatMap((name) => (way[name] === undefined ? [] : bothFaults(way[name], `${field}.${name}`))));
  }
  return faults;
}

function bothFaults(value: unknown, field: string): Fault[] {
  if (!isObject(value)) return [{ field, problem: 'has to be { "de": "...", "en": "..." }' }];
  return Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [] : [{ field: `${field}.${name}`, problem: 'has to be a text' }]));
}

function unknownIn(value: Record<string, unknown>, known: readonly string[], path: string): Fault[] {
  return Object.keys(value).filter((name) => !known.includes(name)).map((name) => ({ field: path + name, problem: `is unknown; there are ${known.join(', ')}` }));
}

function wayIn(way: Record<string, unknown>): object {
  const texts = (language: string) => Object.fromEntries(IN_BOTH.map((name) => [name, (way[name] as Record<string, string> | undefined)?.[language]]));
  return { kind: way['kind'], address: way['address'], hours: way['hours'], de: texts('de'), en: texts('en') };
}

async function logoBeside(file: string, name: string): Promise<Buffer> {
  const wrong = (problem: string) => new ThemeError(file, [{ field: 'logo', problem }]);
  if (normalize(name).startsWith('..') || name.startsWith('/')) throw wrong('has to lie beside the theme file, or below it');
  const content = await readFile(join(dirname(file), name)).catch(() => null);
  if (!content) throw wrong(`${name} cannot be read`);
  if (content.length > LOGO_BYTES_MOST) throw wrong(`${name} is larger than ${LOGO_BYTES_MOST / 1_000_000} MB`);
  return content;
}

/** The faults the API would tell, by the names of the file. */
async function faultsOf(input: object): Promise<Fault[]> {
  const errors = await validate(input, { stopAtFirstError: true });
  if (errors.length === 0) return [];
  const { problem } = InputPipe.refusalOf(errors);
  return problem.kind === 'InvalidInput' ? problem.fields.map((fault) => ({ field: inFile(fault.field), problem: fieldMessage('en', fault) })) : [];
}

/** `ways.1.de.label` of the API is `contactWays.1.label.de` of the file. */
function inFile(field: string): string {
  return field.replace(/^claim(De|En)$/, (_, language: string) => `claim.${language.toLowerCase()}`).replace(/^ways/, 'contactWays').replace(/\.(de|en)\.(\w+)$/, '.$2.$1');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
