export type Step = <Value>(title: string, work: () => Promise<Value>) => Promise<Value>;

/** Prints a line when a step of the start begins, and how long it took when it was more than a moment. */
export function createStep(): Step {
  return async (title, work) => {
    const startedAt = performance.now();
    process.stdout.write(`${title} ... `);
    try {
      const value = await work();
      process.stdout.write(`${((performance.now() - startedAt) / 1_000).toFixed(1)} s\n`);
      return value;
    } catch (error) {
      process.stdout.write("failed\n");
      throw error;
    }
  };
}
