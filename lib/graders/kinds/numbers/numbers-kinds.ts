import { mathEquivalence } from "./math-equivalence.ts";
import { numeric } from "./numeric.ts";

export const numbersKinds = [numeric, mathEquivalence] as const;
