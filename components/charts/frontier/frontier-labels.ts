/** Pixels from the left and from the top of the plot. */
type Box = { left: number; right: number; top: number; bottom: number };
type Segment = { x1: number; y1: number; x2: number; y2: number };

export type Labelled = {
  label: string;
  left: number;
  leftLow: number;
  leftHigh: number;
  top: number;
  topLow: number;
  topHigh: number;
};

export type LabelPlace = { labelSide: "left" | "right"; labelShiftPx: number };

/**
 * The narrowest that the plot gets, on a phone: a label takes the largest part of the width there, and where it is wider everything is
 * further apart.
 */
const widthPx = 300;
const heightOfLabelPx = 16;
const gapPx = 4;
const characterPx = 6;
const dotPx = 6;
/** Largest part of the width that a label may take; the rest of it is cut off. */
const widestShare = 0.38;
/** A label stands just above its point, just below it, or further off. */
const shifts = [0, 19, -15, 34, -30, 49, -45, 64, -60, 79, -75, 94, -90, 109, -105];

const cost = { outside: 1_000, label: 100, dot: 40, line: 8, step: 2, otherSide: 1 };

/** The places are chosen one after the other, so that the order matters: of these four the one that covers least is taken. */
const orders: ((a: Labelled, b: Labelled) => number)[] = [
  (a, b) => a.top - b.top || a.left - b.left,
  (a, b) => b.top - a.top || a.left - b.left,
  (a, b) => a.left - b.left || a.top - b.top,
  (a, b) => b.left - a.left || a.top - b.top,
];

type Lines = { corners: readonly [number, number][]; reference: number | null; heightPx: number };

/**
 * A place for the label of each point, in their order: on the side and at the height where it covers the least of other labels, points,
 * intervals and lines. `corners` are those of the stepped line, `reference` a height, all in percent of the plot.
 */
export function placeLabels(points: readonly Labelled[], lines: Lines): LabelPlace[] {
  const around = {
    segments: segmentsOf(points, lines),
    dots: points.map((point) => ({
      point,
      box: dotBox(xOf(point.left), (point.top / 100) * lines.heightPx),
    })),
    heightPx: lines.heightPx,
  };
  const [first, ...others] = orders.map((order) => placeInOrder([...points].sort(order), around));
  const best = others.reduce((least, one) => (least && one.cost >= least.cost ? least : one), first);
  return points.map((point) => best?.places.get(point) ?? { labelSide: "right", labelShiftPx: 0 });
}

function placeInOrder(
  points: readonly Labelled[],
  {
    segments,
    dots,
    heightPx,
  }: { segments: Segment[]; dots: { point: Labelled; box: Box }[]; heightPx: number },
): { places: Map<Labelled, LabelPlace>; cost: number } {
  const taken: Box[] = [];
  const places = new Map<Labelled, LabelPlace>();
  let total = 0;
  for (const point of points) {
    const usual = point.left > 60 ? "left" : "right";
    const choices = (["right", "left"] as const).flatMap((labelSide) =>
      shifts.map((labelShiftPx, step) => {
        const box = boxOf(point, { labelSide, labelShiftPx }, heightPx);
        const isOutside =
          box.left < 0 || box.right > widthPx || box.top < -heightOfLabelPx || box.bottom > heightPx;
        const price =
          cost.label * taken.filter((other) => overlaps(box, other)).length +
          cost.dot * dots.filter((dot) => dot.point !== point && overlaps(box, dot.box)).length +
          cost.line * segments.filter((segment) => crosses(box, segment)).length +
          cost.step * step +
          (isOutside ? cost.outside : 0) +
          (labelSide === usual ? 0 : cost.otherSide);
        return { place: { labelSide, labelShiftPx }, box, price };
      }),
    );
    const cheapest = choices.reduce((least, one) => (one.price < least.price ? one : least));
    taken.push(cheapest.box);
    places.set(point, cheapest.place);
    total += cheapest.price;
  }
  return { places, cost: total };
}

/** Where a label is drawn: its lower edge 2 px above its point when it is not shifted. */
export function boxOf(
  { label, left, top }: Labelled,
  { labelSide, labelShiftPx }: LabelPlace,
  heightPx: number,
): Box {
  const width = Math.min(label.length * characterPx + 8, widthPx * widestShare);
  const x = xOf(left);
  const start = labelSide === "right" ? x + gapPx : x - gapPx - width;
  const bottom = (top / 100) * heightPx + labelShiftPx - 2;
  return { left: start, right: start + width, top: bottom - heightOfLabelPx, bottom };
}

const xOf = (percent: number) => (percent / 100) * widthPx;

function dotBox(x: number, y: number): Box {
  return { left: x - dotPx, right: x + dotPx, top: y - dotPx, bottom: y + dotPx };
}

function segmentsOf(points: readonly Labelled[], { corners, reference, heightPx }: Lines): Segment[] {
  const y = (percent: number) => (percent / 100) * heightPx;
  const steps = corners.slice(1).map((corner, index): Segment => {
    const [fromX, fromY] = corners[index] ?? corner;
    return { x1: xOf(fromX), y1: y(fromY), x2: xOf(corner[0]), y2: y(corner[1]) };
  });
  const intervals = points.flatMap((point): Segment[] => [
    { x1: xOf(point.leftLow), y1: y(point.top), x2: xOf(point.leftHigh), y2: y(point.top) },
    { x1: xOf(point.left), y1: y(point.topHigh), x2: xOf(point.left), y2: y(point.topLow) },
  ]);
  const bar = reference === null ? [] : [{ x1: 0, y1: y(reference), x2: widthPx, y2: y(reference) }];
  return [...steps, ...intervals, ...bar];
}

export function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** All lines of the chart are level or upright, so that they are boxes without an area. */
function crosses(box: Box, { x1, y1, x2, y2 }: Segment): boolean {
  return (
    Math.min(x1, x2) < box.right &&
    Math.max(x1, x2) > box.left &&
    Math.min(y1, y2) < box.bottom &&
    Math.max(y1, y2) > box.top
  );
}
