import { z } from "zod";
import { benjaminiHochberg, benjaminiYekutieli } from "../../../multiplicity/benjamini-hochberg.ts";
import { bonferroni } from "../../../multiplicity/bonferroni.ts";
import { holm } from "../../../multiplicity/holm.ts";
import { hommel } from "../../../multiplicity/hommel.ts";
import { type Adapter, adapter } from "../../adapter.ts";

export const multiplicityAdapters: Record<string, Adapter> = {
  bonferroni: adjusting(bonferroni),
  holm: adjusting(holm),
  benjamini_hochberg: adjusting(benjaminiHochberg),
  benjamini_yekutieli: adjusting(benjaminiYekutieli),
  hommel: adjusting(hommel),
};

function adjusting(adjust: (pValues: readonly number[]) => number[]): Adapter {
  return adapter(z.object({ p: z.array(z.number()), alpha: z.number() }), ({ p, alpha }) => {
    const adjusted = adjust(p);
    const rejected = adjusted.map((pValue) => pValue <= alpha);
    return { adjusted, rejected, rejected_count: rejected.filter((yes) => yes).length };
  });
}
