/**
 * Groups of models that have all beaten each other directly or through others; `beats[i][j]` above 0 is a win of i over j. Strengths
 * exist on one scale exactly if there is one group. Groups and their members are in order of position.
 *
 * Source: Ford 1957, American Mathematical Monthly 64(8):28.
 */
export function winGroups(beats: readonly (readonly number[])[]): number[][] {
  const groups: number[][] = [];
  const placed = new Set<number>();
  for (let model = 0; model < beats.length; model += 1) {
    if (placed.has(model)) continue;
    const down = reachable(model, (from, to) => (beats[from]?.[to] ?? 0) > 0, beats.length);
    const up = reachable(model, (from, to) => (beats[to]?.[from] ?? 0) > 0, beats.length);
    const group = [...down].filter((other) => up.has(other)).sort((a, b) => a - b);
    for (const member of group) placed.add(member);
    groups.push(group);
  }
  return groups;
}

function reachable(start: number, linked: (from: number, to: number) => boolean, size: number): Set<number> {
  const seen = new Set([start]);
  // A set keeps growing while it is walked: every model found is walked from in turn.
  for (const from of seen) {
    for (let to = 0; to < size; to += 1) if (linked(from, to)) seen.add(to);
  }
  return seen;
}
