let isRemembering = true;

/** For a process that reads each thing once, such as a worker: only readers at the same time share what was read. */
export function rememberNothing(): void {
  isRemembering = false;
}

/**
 * A memory of what was read, by key, that forgets the longest unused first when it holds more than `maxBytes`. It only saves work:
 * what is kept under a key never changes, and any process may lose it. Readers of one key at the same time share one reading.
 */
export function memoryOf<Value>(maxBytes: number, bytesOf: (value: Value) => number) {
  const kept = new Map<string, { value: Promise<Value>; bytes: number }>();
  let total = 0;
  const forget = (key: string) => {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return async (key: string, read: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key);
    if (known !== undefined) {
      // A Map keeps the order of insertion: taken out and put back, it is the youngest.
      kept.delete(key);
      kept.set(key, known);
      return await known.value;
    }
    const entry = { value: read(), bytes: 0 };
    kept.set(key, entry);
    try {
      const value = await entry.value;
      if (kept.get(key) === entry) {
        if (!isRemembering) {
          kept.delete(key);
          return value;
        }
        entry.bytes = bytesOf(value);
        total += entry.bytes;
        for (const oldest of kept.keys()) {
          if (total <= maxBytes || oldest === key) break;
          forget(oldest);
        }
      }
      return value;
    } catch (error) {
      if (kept.get(key) === entry) kept.delete(key);
      throw error;
    }
  };
}
