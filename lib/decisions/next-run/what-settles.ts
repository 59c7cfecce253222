/** Beyond this, asking the same cases again stands in for new ones in name only. */
const mostRepetitions = 10;

/** A model that cannot be told apart from something yet. */
export type Unsettled = {
  /** Cases that count now, and about how many more would tell. */
  cases: number;
  casesNeeded: number;
  /** Cases of the version that its run left out. */
  casesLeft: number;
  repetitions: number;
  /** Its answers were imported: nobody can be asked. */
  isImported: boolean;
};

/** What would settle it: a run of the cases that were left out, each case asked more often, or only new cases. */
export type Settlement =
  | { by: "left-out cases"; casesLeft: number }
  | { by: "repetitions"; repetitions: number }
  | { by: "imported answers" }
  | { by: "new cases" };

/** The cases that a run left out come first; once all are used, each is asked more often where that is not absurd. */
export function whatSettles(unsettled: Unsettled): Settlement {
  const { cases, casesNeeded, casesLeft, repetitions, isImported } = unsettled;
  if (casesLeft > 0) return { by: "left-out cases", casesLeft };
  if (isImported) return { by: "imported answers" };
  const wanted = cases === 0 ? 2 : Math.ceil((repetitions * (cases + casesNeeded)) / cases);
  if (wanted > mostRepetitions) return { by: "new cases" };
  return { by: "repetitions", repetitions: Math.max(repetitions + 1, wanted) };
}
