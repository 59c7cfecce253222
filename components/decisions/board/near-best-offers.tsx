import type { Board, NearBest } from "#lib/decisions/board/board-schema.ts";
import { moreCasesWords } from "#lib/decisions/words/figure-words.ts";
import { SettleOffer } from "../next/settle-offer.tsx";
import type { StartNext } from "../next/start-next.ts";

export type NearBestOffersProps = {
  nearBest: NearBest;
  candidates: Board["candidates"];
  start: StartNext;
};

/** For each model of which it cannot be told whether it is as good as the best: what would tell, and the button that starts it. */
export function NearBestOffers({ nearBest: { rows, bestRunId }, candidates, start }: NearBestOffersProps) {
  const candidateOf = (runId: string) => candidates.find(({ run }) => run.id === runId);
  const best = candidateOf(bestRunId);
  const open = rows.flatMap(({ runId, verdict, pair, casesNeeded }) => {
    const one = candidateOf(runId);
    // What misses the bar is not chosen, however near it comes to the best.
    const isWorthIt = one !== undefined && one.standing !== "misses" && verdict === "cannot tell";
    return isWorthIt && casesNeeded !== null ? [{ one, casesNeeded, shared: pair?.n ?? 0 }] : [];
  });
  if (best === undefined || open.length === 0) return null;
  const mostNeeded = Math.max(...open.map(({ casesNeeded }) => casesNeeded));
  return (
    <ul
      aria-label="What would tell"
      className="mt-3 flex flex-col gap-2.5 border-t pt-3 text-xs print:hidden"
    >
      {best.casesLeft > 0 && (
        <li>
          <span className="font-medium">{best.model.name}</span>, the best, is part of every comparison here,
          and only cases that both runs have tell.
          <SettleOffer
            one={best}
            cases={best.passRate?.n ?? 0}
            casesNeeded={mostNeeded}
            start={start}
            purpose=", to hold the others against it"
          />
        </li>
      )}
      {open.map(({ one, casesNeeded, shared }) => (
        <li key={one.run.id}>
          <span className="font-medium">{one.model.name}</span> against {best.model.name}:{" "}
          {moreCasesWords(casesNeeded)} that both have would tell.
          {(one.casesLeft > 0 || best.casesLeft === 0) && (
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
