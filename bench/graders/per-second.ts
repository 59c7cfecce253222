const MEASURED_MICROSECONDS = 1_000_000;
const WARM_UP_ROUNDS = 3;

/**
 * How often `work` runs in a second of this thread's own processor time, over all inputs in turn. Other processes on the machine do not
 * count, and neither does what the garbage collector does on other threads.
 */
export function perSecond<Input>(inputs: readonly Input[], work: (input: Input) => unknown): number {
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) for (const input of inputs) work(input);
  const start = spent();
  let runs = 0;
  let now = start;
  while (now - start < MEASURED_MICROSECONDS) {
    for (const input of inputs) work(input);
    runs += inputs.length;
    now = spent();
  }
  return Math.round((runs * 1_000_000) / (now - start));
}

function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

export function printFigure(name: string, figure: number, note = ""): void {
  console.log(`${name.padEnd(34)} ${figure.toLocaleString("en-GB").padStart(12)} a second${note}`);
}
