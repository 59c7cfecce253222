import type { RunOutcomes } from "../run-outcomes.ts";

const names = new WeakMap<RunOutcomes, number>();
let lastName = 0;

/** A number for the columns of a run as they were read: when it is graded again, or read again, it has others. */
export function nameOfColumns(outcomes: RunOutcomes): number {
  const known = names.get(outcomes);
  if (known !== undefined) return known;
  lastName += 1;
  names.set(outcomes, lastName);
  return lastName;
}

/** What was derived from one run's columns is a fraction of them; as many are kept as one person looks at in turn. */
const mostOfRun = 6;

/**
 * A memory of what follows from the columns of some runs and a key alone. Columns never change, so it is exact, and it ends with those of
 * the first run.
 */
export function memoryOfDerived<Value>() {
  const kept = new WeakMap<RunOutcomes, Map<string, Value>>();
  return (runs: readonly RunOutcomes[], key: string, derive: () => Value): Value => {
    const [first] = runs;
    if (first === undefined) return derive();
    const values = kept.get(first) ?? new Map<string, Value>();
    kept.set(first, values);
    const name = `${runs.map(nameOfColumns).join(" ")} ${key}`;
    const known = values.get(name);
    const value = known === undefined ? derive() : known;
    // A Map keeps the order of insertion: taken out and put back, it is the youngest.
    values.delete(name);
    values.set(name, value);
    const [oldest] = values.keys();
    if (values.size > mostOfRun && oldest !== undefined) values.delete(oldest);
    return value;
  };
}
