import type { Board, NearBest } from "#lib/decisions/board/board-schema.ts";
import { moreCasesWords } from "#lib/decisions/words/figure-words.ts";
import { SettleOffer } from "../next/settle-offer.tsx";
import type { StartNext } from "../next/start-next.ts";

export type NearBestOpenProps = {
  nearBest: NearBest;
  candidates: Board["candidates"];
  /** Offers to start what would tell; null for readers. */
  start: StartNext | null;
};

/** For each model of which it cannot be told whether it is as good as the best: what would tell, and the button that starts it. */
export function NearBestOpen({ nearBest: { rows, bestRunId }, candidates, start }: NearBestOpenProps) {
  const candidateOf = (runId: string) => candidates.find(({ run }) => run.id === runId);
  const best = candidateOf(bestRunId);
  const open = rows.flatMap(({ runId, verdict, pair, casesNeeded }) => {
    const one = candidateOf(runId);
    if (one === undefined || verdict !== "cannot tell" || casesNeeded === null) return [];
    return [{ one, casesNeeded, shared: pair?.n ?? 0 }];
  });
  if (best === undefined || open.length === 0) return null;
  // What misses the bar is not chosen, however near it comes to the best.
  const isWorthIt = open.filter(({ one }) => one.standing !== "misses");
  return (
    <ul aria-label="What would tell" className="mt-3 flex flex-col gap-2.5 border-t pt-3 text-xs">
      {start !== null && best.casesLeft > 0 && isWorthIt.length > 0 && (
        <li>
          <span className="font-medium">{best.model.name}</span>, the best, is part of every comparison here,
          and only cases that both runs have tell.
          <SettleOffer
            one={best}
            cases={best.passRate?.n ?? 0}
            casesNeeded={Math.max(...isWorthIt.map(({ casesNeeded }) => casesNeeded))}
            start={start}
            purpose=", to hold the others against it"
          />
        </li>
      )}
      {open.map(({ one, casesNeeded, shared }) => (
        <li key={one.run.id}>
          <span className="font-medium">{one.model.name}</span> against {best.model.name}:{" "}
          {moreCasesWords(casesNeeded)} that both have would tell.
          {start !== null && one.standing !== "misses" && (one.casesLeft > 0 || best.casesLeft === 0) && (
            <SettleOffer
              one={one}
              cases={shared}
              casesNeeded={casesNeeded}
              start={start}
              purpose={`, to hold it against ${best.model.name}`}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
