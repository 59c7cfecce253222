import type { PlotFrame } from "./plot-frame.ts";
import type { PlotPoint } from "./plot-types.ts";

type Scales = Pick<PlotFrame, "x" | "y">;

const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A line through the known points; what is unknown is passed over. */
export function linePath(points: readonly { x: number; y: number | null }[], { x, y }: Scales): string {
  return points
    .flatMap((point) => (point.y === null ? [] : [at(x(point.x), y(point.y))]))
    .map((place, index) => `${index === 0 ? "M" : "L"}${place}`)
    .join("");
}

/** The area between both ends of the intervals, where they are known. */
export function bandPath(points: readonly PlotPoint[], { x, y }: Scales): string {
  const known = points.flatMap(({ x: place, low, high }) =>
    low === null || high === null ? [] : [{ place, low, high }],
  );
  if (known.length < 2) return "";
  const upper = known.map(({ place, high }) => at(x(place), y(high)));
  const lower = known.toReversed().map(({ place, low }) => at(x(place), y(low)));
  return `M${[...upper, ...lower].join("L")}Z`;
}

export type PlacedLabel = { x: number; label: string; end: boolean };

const characterPx = 6;
const gapPx = 10;

/** The labels that fit beside each other, from left to right; the others keep only their line. */
export function labelsThatFit(
  marks: readonly { x: number; label: string }[],
  { left, right }: { left: number; right: number },
): PlacedLabel[] {
  let free = left;
  return marks.flatMap(({ x, label }) => {
    const width = label.length * characterPx;
    const end = x + width > right;
    const start = end ? x - width : x;
    if (start < free) return [];
    free = start + width + gapPx;
    return [{ x, label, end }];
  });
}
