import { niceTicks } from "../scale/nice-ticks.ts";
import { type LabelPlace, placeLabels } from "./frontier-labels.ts";
import { logTicks } from "./log-ticks.ts";

export type FrontierPoint = {
  id: string;
  label: string;
  /** Lower is better. */
  x: number;
  xLow: number | null;
  xHigh: number | null;
  /** Higher is better. */
  y: number;
  yLow: number;
  yHigh: number;
  tone: "chosen" | "plain" | "quiet";
  href: string;
};

/** With the place of its label: a side, and how far it is moved down from where it stands above its point. */
export type PlacedPoint = FrontierPoint &
  LabelPlace & {
    /** Percent of the plot from its left and from its top; the limits are held within it. */
    left: number;
    leftLow: number;
    leftHigh: number;
    top: number;
    topLow: number;
    topHigh: number;
  };

export type FrontierLayout = {
  xTicks: { value: number; at: number }[];
  yTicks: { value: number; at: number }[];
  points: PlacedPoint[];
  /** Corners of the stepped line over the points that no other beats in both estimates. */
  frontier: [number, number][];
  reference: number | null;
};

type Unlabelled = Omit<PlacedPoint, keyof LabelPlace>;
const unshifted: LabelPlace = { labelSide: "right", labelShiftPx: 0 };

type Scale = "log" | "linear";

export function frontierLayout(
  points: readonly FrontierPoint[],
  { scale, reference, heightPx }: { scale: Scale; reference: number | null; heightPx: number },
): FrontierLayout {
  const x = xAxis(points, scale);
  const yTicks = niceTicks(...yRange(points, reference), 5);
  const [bottom, top] = [yTicks[0] ?? 0, yTicks.at(-1) ?? 1];
  const down = (value: number) => within(((top - value) / (top - bottom)) * 100);
  const placed = points.map((point): Unlabelled => {
    const left = x.at(point.x);
    return {
      ...point,
      left,
      leftLow: x.at(point.xLow ?? point.x),
      leftHigh: x.at(point.xHigh ?? point.x),
      top: down(point.y),
      topLow: down(point.yLow),
      topHigh: down(point.yHigh),
    };
  });
  const frontier = steps(placed);
  const referenceAt = reference === null ? null : down(reference);
  const labels = placeLabels(placed, { corners: frontier, reference: referenceAt, heightPx });
  return {
    xTicks: x.ticks.map((value) => ({ value, at: x.at(value) })),
    yTicks: yTicks.map((value) => ({ value, at: down(value) })),
    points: placed.map((point, index) => ({ ...point, ...(labels[index] ?? unshifted) })),
    frontier,
    reference: referenceAt,
  };
}

function xAxis(points: readonly FrontierPoint[], scale: Scale) {
  const values = points.flatMap(({ x, xLow, xHigh }) => [x, xLow ?? x, xHigh ?? x]);
  if (scale === "linear") {
    const ticks = niceTicks(0, Math.max(...values, 0), 5);
    const end = ticks.at(-1) ?? 1;
    return { ticks, at: (value: number) => within((value / end) * 100) };
  }
  const positive = values.filter((value) => value > 0);
  // Room on both sides, and a range even where all points are alike.
  const low = Math.min(...positive) / 1.3;
  const high = Math.max(...positive) * 1.3;
  const at = (value: number) =>
    value <= low ? 0 : within((Math.log(value / low) / Math.log(high / low)) * 100);
  return { ticks: logTicks(low, high), at };
}

function yRange(points: readonly FrontierPoint[], reference: number | null): [number, number] {
  const values = points.flatMap(({ yLow, yHigh }) => [yLow, yHigh]).concat(reference ?? []);
  return [Math.min(...values), Math.max(...values)];
}

/** From the cheapest to the dearest, each point that is higher than all before it: a step up where it stands. */
function steps(points: readonly Unlabelled[]): [number, number][] {
  const corners: [number, number][] = [];
  let best = Number.POSITIVE_INFINITY;
  for (const { left, top } of [...points].sort((a, b) => a.left - b.left || a.top - b.top)) {
    if (top >= best) continue;
    if (corners.length > 0) corners.push([left, best]);
    corners.push([left, top]);
    best = top;
  }
  if (corners.length > 0) corners.push([100, best]);
  return corners;
}

function within(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
