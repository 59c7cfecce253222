import { formatCount } from "../count-noun.ts";

/** A number of cases to plan with, rounded up to two digits, because it is an estimate: 517 -> "520", 43 -> "43", 1234 -> "1,300". */
export function aboutCount(cases: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, cases))) - 1);
  return formatCount(Math.ceil(cases / step) * step);
}
