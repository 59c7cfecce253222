import type { Permit } from "./connection-gate.ts";

type Waiter = (permit: Permit | null) => void;

/**
 * Those who wait for a slot, by rank and then in the order of their coming. With the shard as the rank, the calls of one shard are all
 * under way before the next one gets what is left: shards that shared the slots would end together, and leave them empty at once.
 */
export class WaitingLine {
  private readonly ranks = new Map<number, Set<Waiter>>();
  size = 0;

  /** Gives the way out of the line. */
  join(rank: number, waiter: Waiter): () => void {
    const waiters = this.ranks.get(rank) ?? new Set();
    this.ranks.set(rank, waiters);
    waiters.add(waiter);
    this.size += 1;
    return () => {
      if (!waiters.delete(waiter)) return;
      this.size -= 1;
      if (waiters.size === 0 && this.ranks.get(rank) === waiters) this.ranks.delete(rank);
    };
  }

  first(): Waiter | undefined {
    // A worker has two shards of a run at a time, so there are hardly ever more ranks.
    const [waiter] = this.ranks.get(Math.min(...this.ranks.keys())) ?? [];
    return waiter;
  }
}
