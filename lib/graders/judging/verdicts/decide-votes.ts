/** One judge's readings of one answer, null for those that could not be read. */
export type Votes = readonly (string | null)[];

export type Decision =
  | { type: "decided"; key: string; disagreement: number }
  | { type: "undecided"; disagreement: number };

/**
 * The verdict of a panel: of each judge what more than half of its judgements say, and of all judges what more than half of them say.
 * Judgements that could not be read count as asked, so that few readable ones do not decide alone. `disagreement` is the share of the
 * readable judgements that do not say what most of them say; 0 when there are none.
 */
export function decideVotes(judges: readonly Votes[]): Decision {
  const readable = judges.flat().filter((vote) => vote !== null);
  const most = Math.max(0, ...countsOf(readable).values());
  const disagreement = readable.length === 0 ? 0 : (readable.length - most) / readable.length;
  const key = majority(judges.map(majority));
  return key === null ? { type: "undecided", disagreement } : { type: "decided", key, disagreement };
}

function majority(votes: Votes): string | null {
  for (const [key, count] of countsOf(votes)) if (key !== null && count > votes.length / 2) return key;
  return null;
}

function countsOf<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
