import { requireCount } from "../guards/require-count.ts";

/** Two rates of independent samples. */
export type TwoRates = {
  first: { successes: number; total: number };
  second: { successes: number; total: number };
};

/** @throws RangeError unless all are whole numbers with successes <= total. */
export function requireTwoRates({ first, second }: TwoRates): void {
  for (const [name, { successes, total }] of Object.entries({ first, second })) {
    requireCount(successes, `${name}.successes`);
    requireCount(total, `${name}.total`);
    if (successes > total) {
      throw new RangeError(`${name}.successes is ${successes}; it must not exceed the total of ${total}.`);
    }
  }
}
