import { mathEquivalence } from "./math-equivalence.ts";
import { numeric } from "./numeric.ts";
import { statedConfidence } from "./stated-confidence.ts";

export const numbersKinds = [numeric, mathEquivalence, statedConfidence] as const;
