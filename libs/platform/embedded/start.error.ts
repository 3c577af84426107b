/** Why Kundig cannot start, for the person at the terminal: what is wrong, and what to do. */
export class StartError extends Error {
  constructor(
    readonly line: string,
    readonly remedy: string,
  ) {
    super(`${line}\n  ${remedy}`);
    this.name = 'StartError';
  }
}
