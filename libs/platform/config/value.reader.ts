import type { SettingFault } from './settings.error.js';

/** Reads one value after another and remembers every fault; a faulty value reads as its default, so that reading goes on. */
export class ValueReader {
  readonly faults: SettingFault[] = [];
  /** Whatever was asked for: no list of settings to keep beside the reading of them. */
  readonly asked = new Set<string>();

  constructor(private readonly values: Record<string, string | undefined>) {}

  names(): string[] {
    return Object.keys(this.values).sort();
  }

  has(name: string): boolean {
    return this.text(name) !== undefined;
  }

  fault(name: string, problem: string, remedy: string): void {
    this.faults.push({ name, problem, remedy });
  }

  /** Empty counts as not set: `PORT=` in a compose file means nobody decided. */
  text(name: string): string | undefined {
    this.asked.add(name);
    return this.values[name]?.trim() || undefined;
  }

  integer(name: string, byDefault: number, least: number, most: number): number {
    const text = this.text(name);
    if (text === undefined) return byDefault;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    this.fault(name, `"${text}" is not a whole number from ${least} to ${most}`, `for example ${name}=${byDefault}`);
    return byDefault;
  }

  choice<T extends string>(name: string, choices: readonly T[], byDefault: T): T {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return byDefault;
    const chosen = choices.find((choice) => choice === text);
    if (chosen) return chosen;
    this.fault(name, `"${text}" is not one of ${choices.join(', ')}`, `for example ${name}=${byDefault}`);
    return byDefault;
  }

  list<T extends string>(name: string, choices: readonly T[]): readonly T[] {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return choices;
    const asked = text.split(',').map((part) => part.trim()).filter(Boolean);
    const unknown = asked.filter((part) => !choices.some((choice) => choice === part));
    if (unknown.length === 0 && asked.length > 0) return choices.filter((choice) => asked.includes(choice));
    this.fault(name, unknown.length ? `knows no "${unknown.join('", "')}"` : 'names nothing', `use one or more of ${choices.join(',')} with commas between`);
    return choices;
  }

  /** `Name <address>`, or the address alone. */
  sender(name: string, byDefault: string): { name: string; address: string } | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const parts = /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/u.exec(text);
    if (parts) return { name: parts[1] || byDefault, address: parts[2] ?? parts[3]! };
    this.fault(name, `"${text}" is not an address`, `for example ${name}=community@company.example, or ${name}=${byDefault} <community@company.example>`);
    return undefined;
  }

  /** The value itself is never part of a fault: it may carry a password. */
  url(name: string, schemes: readonly string[], example: string): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const remedy = `write it like ${example}`;
    if (!URL.canParse(text)) {
      this.fault(name, 'is not an address', remedy);
      return undefined;
    }
    const url = new URL(text);
    if (!schemes.includes(url.protocol.slice(0, -1))) {
      this.fault(name, `does not begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`, remedy);
      return undefined;
    }
    if (!url.hostname && !url.searchParams.has('host')) {
      this.fault(name, 'names no host', remedy);
      return undefined;
    }
    return text;
  }
}
