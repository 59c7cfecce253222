import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";

/**
 * How many labels alone would tell as much as `labels` labels together with a judge's scores of `judgedOnly` further attempts:
 * n(n + N) / (n + (1 - ρ²)N), ρ the correlation of judge and human. It says what the judge is worth.
 *
 * Source: Angelopoulos et al., arXiv 2311.01453, section 6.
 * @throws RangeError unless both are counts, labels is at least 1 and -1 <= correlation <= 1.
 */
export function ppiEffectiveLabels({
  labels,
  judgedOnly,
  correlation,
}: {
  labels: number;
  judgedOnly: number;
  correlation: number;
}): number {
  requireCount(labels, "labels", 1);
  requireCount(judgedOnly, "judgedOnly");
  requireWithin(correlation, "correlation", -1, 1);
  return (labels * (labels + judgedOnly)) / (labels + (1 - correlation ** 2) * judgedOnly);
}
