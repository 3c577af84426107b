/** How many may stay connected to one process. Counted in memory: each holds a socket and some kilobytes here, and nothing anywhere else. */
export const PLACES = {
  all: 4_000, // well below the file handles a process may have
  guests: 2_000, // members find a place even while guests take all of theirs
  aMember: 20, // a browser on each device, and some programs
  aNetwork: 60, // guests: an office behind one address, each with a tab or two
};

export interface Connected {
  memberId: string | null;
  network: string;
}

export class Places {
  private readonly taken = new Map<string, number>();

  constructor(private readonly most: typeof PLACES = PLACES) {}

  /** Takes a place and answers how to give it back; null where there is none left. */
  take({ memberId, network }: Connected): (() => void) | null {
    const isGuest = memberId === null;
    const places: [string, number][] = [
      ['all', this.most.all],
      ...(isGuest ? ([['guests', this.most.guests], [`network ${network}`, this.most.aNetwork]] as [string, number][]) : ([[`member ${memberId}`, this.most.aMember]] as [string, number][])),
    ];
    if (places.some(([name, most]) => this.count(name) >= most)) return null;
    for (const [name] of places) this.taken.set(name, this.count(name) + 1);
    let isMine = true;
    return () => {
      if (!isMine) return;
      isMine = false;
      for (const [name] of places) {
        const left = this.count(name) - 1;
        if (left > 0) this.taken.set(name, left);
        else this.taken.delete(name);
      }
    };
  }

  private count(name: string): number {
    return this.taken.get(name) ?? 0;
  }
}
