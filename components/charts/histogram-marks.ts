/** Part of the width that a label of a mark takes at most, on a phone. */
const labelShare = 30;
/** From here on a label stands to the left of its line, so that it does not leave the picture. */
const turnsAt = 70;

export type MarkPlace = { side: "left" | "right"; row: number };

/** Side and row of the label of each mark, by the places of the marks in percent of the width: labels that would meet are put below each other. */
export function markPlaces(places: readonly number[]): MarkPlace[] {
  const rows: { from: number; to: number; row: number }[] = [];
  return places.map((at) => {
    const side = at > turnsAt ? "left" : "right";
    const span = side === "left" ? { from: at - labelShare, to: at } : { from: at, to: at + labelShare };
    const taken = rows.filter(({ from, to }) => from < span.to && span.from < to).map(({ row }) => row);
    let row = 0;
    while (taken.includes(row)) row += 1;
    rows.push({ ...span, row });
    return { side, row };
  });
}
