import type { CostFigure, Figure, Standing } from "../board/board-schema.ts";

type Placed = {
  standing: Standing | null;
  dominatedBy: string | null;
  costPer1000: Pick<CostFigure, "value" | "unknown"> | null;
  passRate: Pick<Figure, "value"> | null;
};

const rank = { clears: 0, "not enough evidence": 1, misses: 2 } as const;

/** Those that clear come first, then those that need evidence, then those that miss; in each part the cheaper first, unknown costs last. */
export function boardOrder(one: Placed, other: Placed): number {
  return (
    place(one) - place(other) ||
    cost(one) - cost(other) ||
    (other.passRate?.value ?? -1) - (one.passRate?.value ?? -1)
  );
}

function place({ standing }: Placed): number {
  return standing === null ? 0 : rank[standing];
}

// Finite, because the difference of two infinities is no order.
function cost({ costPer1000 }: Placed): number {
  return costPer1000 === null || costPer1000.unknown > 0 ? Number.MAX_VALUE : costPer1000.value;
}
