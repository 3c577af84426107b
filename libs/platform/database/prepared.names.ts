import type pg from 'pg';

const MOST_PREPARED = 500; // each costs every connection memory

/** What the driver notes of a connection: the names it has prepared there, with their texts. It has no way of its own to let one go. */
type Parsed = { connection: { parsedStatements: Record<string, string | undefined>; submittedNamedStatements?: Record<string, string | undefined> } };

/**
 * Names for statements that are prepared: those used last keep theirs, so that what is asked all day is never crowded out by shapes that are
 * put together for one caller. A name is never given twice; whose statement has lost it is let go of when a connection is next taken from the pool.
 */
export class PreparedNames {
  private readonly names = new Map<string, string>(); // in order of their last use
  private readonly living = new Set<string>();
  private readonly tidied = new WeakMap<object, number>();
  private given = 0;
  private lost = 0;

  nameOf(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) this.names.delete(text);
    else if (this.names.size >= MOST_PREPARED) this.loseOldest();
    const name = known ?? `kundig_${(this.given += 1)}`;
    this.names.set(text, name);
    this.living.add(name);
    return name;
  }

  /** Before anything else is sent on the connection: it does so in order. */
  tidy(client: pg.PoolClient): void {
    if ((this.tidied.get(client) ?? 0) === this.lost) return;
    this.tidied.set(client, this.lost);
    const { parsedStatements, submittedNamedStatements } = (client as unknown as Parsed).connection;
    const gone = Object.keys(parsedStatements).filter((name) => name.startsWith('kundig_') && !this.living.has(name));
    if (gone.length === 0) return;
    for (const name of gone) {
      delete parsedStatements[name];
      delete submittedNamedStatements?.[name];
    }
    // whatever is wrong with the connection, the statement that comes next says it
    client.query(gone.map((name) => `deallocate ${name}`).join('; ')).catch(() => undefined);
  }

  private loseOldest(): void {
    const [[text, name]] = this.names as unknown as [[string, string]];
    this.names.delete(text);
    this.living.delete(name);
    this.lost += 1;
  }
}
