/** What turns the hypothesis into the reference at one step; `insert` adds a reference word. */
export type EditStep = "keep" | "substitute" | "insert" | "delete";

const BEAM_WIDTH = 25;
const UNREACHED = 1e9;
const STEPS: readonly EditStep[] = ["keep", "substitute", "insert", "delete"];
const KEEP = 0;
const SUBSTITUTE = 1;
const INSERT = 2;
const DELETE = 3;

export type BeamDistance = {
  distance: number;
  /** Cells computed: the work done. */
  cells: number;
};

/**
 * Edit distance of two id lists within a beam around the diagonal, as TER computes it: at least 25 cells to each side.
 * On equal cost, keeping or substituting is preferred to deleting, and deleting to inserting. Writes the step of each cell
 * into `steps` when it is given; it must have a place for every cell.
 *
 * Source: tercom (Snover et al. 2006) as sacreBLEU applies it.
 */
export function beamEditDistance(
  hypothesis: Int32Array,
  reference: Int32Array,
  steps?: Uint8Array,
): BeamDistance {
  const width = reference.length + 1;
  let above = Int32Array.from({ length: width }, (_, index) => index);
  let row = new Int32Array(width);
  const slope = hypothesis.length === 0 ? 1 : reference.length / hypothesis.length;
  const beam = slope / 2 > BEAM_WIDTH ? Math.ceil(slope / 2 + BEAM_WIDTH) : BEAM_WIDTH;
  let cells = 0;
  for (let i = 1; i <= hypothesis.length; i += 1) {
    const diagonal = Math.floor(i * slope);
    const first = Math.max(0, diagonal - beam);
    const end = i === hypothesis.length ? width : Math.min(width, diagonal + beam);
    row.fill(UNREACHED);
    for (let j = first; j < end; j += 1) {
      const equal = j > 0 && hypothesis[i - 1] === reference[j - 1];
      let cost = j === 0 ? UNREACHED : (above[j - 1] ?? UNREACHED) + (equal ? 0 : 1);
      let step = equal ? KEEP : SUBSTITUTE;
      const deletion = (above[j] ?? UNREACHED) + 1;
      if (deletion < cost || j === 0) {
        cost = deletion;
        step = DELETE;
      }
      const insertion = j === 0 ? UNREACHED : (row[j - 1] ?? UNREACHED) + 1;
      if (insertion < cost) {
        cost = insertion;
        step = INSERT;
      }
      row[j] = cost;
      if (steps) steps[i * width + j] = step;
    }
    cells += end - first;
    [above, row] = [row, above];
  }
  return { distance: above[width - 1] ?? 0, cells };
}

/** The distance together with the steps of the cheapest edit, first to last. */
export function beamEditPath(
  hypothesis: Int32Array,
  reference: Int32Array,
): BeamDistance & { path: EditStep[] } {
  const width = reference.length + 1;
  const steps = new Uint8Array((hypothesis.length + 1) * width).fill(INSERT, 0, width);
  const result = beamEditDistance(hypothesis, reference, steps);
  const path: EditStep[] = [];
  let i = hypothesis.length;
  let j = reference.length;
  while (i > 0 || j > 0) {
    const step = STEPS[steps[i * width + j] ?? INSERT] ?? "insert";
    path.push(step);
    if (step !== "insert") i -= 1;
    if (step !== "delete") j -= 1;
  }
  return { ...result, path: path.reverse() };
}
