export type Slots = { use<Value>(work: () => Promise<Value> | Value): Promise<Value> };

/** Lets at most `most` pieces of work be under way at the same time; the others wait in the order of their coming. */
export function createSlots(most: number): Slots {
  const waiting: (() => void)[] = [];
  let used = 0;
  return {
    async use(work) {
      if (used >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else used += 1;
      try {
        return await work();
      } finally {
        // The slot is handed on, so it stays used.
        const next = waiting.shift();
        if (next === undefined) used -= 1;
        else next();
      }
    },
  };
}
