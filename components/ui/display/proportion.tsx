import { formatInterval } from "../format/format-interval.ts";
import { formatPercent } from "../format/format-percent.ts";
import { Measure } from "./measure.tsx";

export type ProportionProps = {
  /** In 0..1, with the ends of its 95 % interval. */
  rate: { estimate: number; lower: number; upper: number };
  n: number;
  method?: string;
};

/** A proportion in per cent, with its interval and n. */
export function Proportion({ rate, n, method = "95 % Wilson interval" }: ProportionProps) {
  return (
    <Measure
      value={formatPercent(rate.estimate)}
      interval={formatInterval([rate.lower, rate.upper])}
      n={n}
      method={method}
    />
  );
}
