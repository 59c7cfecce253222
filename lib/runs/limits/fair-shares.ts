export type Claimant = {
  /** Claimants of one run share what the run gets. */
  runId: string;
  /** Slots that could be used now. */
  wanted: number;
  /** A run of weight 2 gets twice as much as one of weight 1, as long as both want more. */
  weight: number;
};

/**
 * Divides `limit` slots among the claimants by weighted max-min fairness (Bertsekas and Gallager, "Data Networks", 6.5.2): first among
 * the runs, then among the claimants of each run. Nobody gets more than wanted, nothing is left while somebody wants more, and a
 * small run gets all it wants before a large one gets more than its share. Whole numbers, in the order of `claimants`.
 */
export function fairShares(limit: number, claimants: readonly Claimant[]): number[] {
  const byRun = new Map<string, number[]>();
  for (const [index, { runId }] of claimants.entries()) {
    byRun.set(runId, [...(byRun.get(runId) ?? []), index]);
  }
  const runs = [...byRun.values()].map((indexes) => {
    const members = indexes.flatMap((index) => claimants[index] ?? []);
    return {
      indexes,
      wanted: members.reduce((sum, member) => sum + member.wanted, 0),
      weight: members[0]?.weight ?? 1,
      members,
    };
  });
  const shares = claimants.map(() => 0);
  const ofRuns = fill(limit, runs);
  for (const [at, run] of runs.entries()) {
    const ofMembers = fill(
      ofRuns[at] ?? 0,
      run.members.map(({ wanted }) => ({ wanted, weight: 1 })),
    );
    for (const [i, index] of run.indexes.entries()) shares[index] = ofMembers[i] ?? 0;
  }
  return shares;
}

/** Water filling in whole slots: each slot goes to whoever has the least for its weight and still wants one; the first wins a tie. */
function fill(limit: number, parties: readonly { wanted: number; weight: number }[]): number[] {
  const got = parties.map(() => 0);
  for (let left = Math.floor(limit); left > 0; left--) {
    let best = -1;
    let bestLevel = Number.POSITIVE_INFINITY;
    for (const [index, { wanted, weight }] of parties.entries()) {
      const have = got[index] ?? 0;
      if (have >= wanted || have / weight >= bestLevel) continue;
      best = index;
      bestLevel = have / weight;
    }
    if (best === -1) break;
    got[best] = (got[best] ?? 0) + 1;
  }
  return got;
}
