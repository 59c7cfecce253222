import { setImmediate as nextTurn } from "node:timers/promises";

const itemsPerBatch = 250;

export type Group<Item> = {
  /** Resolves when the item's batch is done. */
  add(item: Item): Promise<void>;
  /** The weight of what is not done yet. */
  weight(): number;
  /** After an error every item is refused. */
  hasFailed(): boolean;
  /** Resolves when nothing is left, and waits for nobody meanwhile; rejects with the first error of any batch. */
  settled(): Promise<void>;
};

type GroupWork<Item> = {
  work(batch: Item[]): Promise<void>;
  weigh(item: Item): number;
  gatherMs: number;
};

/**
 * Group commit: while one batch is at work the next one gathers, for `gatherMs` at least if it is not full before. With 0 only those
 * that come in the same turn of the event loop are waited for.
 */
export function createGroup<Item>({ work, weigh, gatherMs }: GroupWork<Item>): Group<Item> {
  let waiting: { item: Item; resolve(): void; reject(error: unknown): void }[] = [];
  let running: Promise<void> | null = null;
  let failure: { error: unknown } | null = null;
  let weight = 0;
  /** Ends the gathering that is going on. */
  let hurry: () => void = () => undefined;
  let inHurry = 0;

  async function gather(): Promise<void> {
    if (gatherMs === 0 || inHurry > 0 || waiting.length >= itemsPerBatch) {
      await nextTurn();
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, gatherMs);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    await gather();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, itemsPerBatch);
      waiting = waiting.slice(itemsPerBatch);
      const gathered = gather();
      try {
        if (failure !== null) throw failure.error;
        await work(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        failure ??= { error };
        for (const { reject } of batch) reject(error);
      }
      weight -= batch.reduce((sum, { item }) => sum + weigh(item), 0);
      await gathered;
    }
    running = null;
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        weight += weigh(item);
        waiting.push({ item, resolve, reject });
        if (waiting.length >= itemsPerBatch) hurry();
        running ??= run();
      }),
    weight: () => weight,
    hasFailed: () => failure !== null,
    async settled() {
      inHurry += 1;
      hurry();
      try {
        while (running !== null) await running;
      } finally {
        inHurry -= 1;
      }
      if (failure !== null) throw failure.error;
    },
  };
}
