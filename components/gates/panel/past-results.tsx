import { Timestamp } from "#components/ui/display/timestamp.tsx";
import type { RuleVerdict } from "#lib/gates/policy/rule-outcome.ts";
import { GateMark } from "../gate-mark.tsx";

export type PastResult = {
  id: string;
  verdict: RuleVerdict;
  policyNumber: number;
  baselineRunNumber: number | null;
  evaluatedAt: Date;
  evaluatedBy: string;
};

/** Every evaluation of the run, the newest first. */
export function PastResults({ results }: { results: readonly PastResult[] }) {
  return (
    <details className="border-t px-4 py-2.5 text-sm">
      <summary className="text-muted">Evaluated {results.length} times</summary>
      <ol className="mt-2 flex flex-col gap-1.5">
        {results.map((result) => (
          <li key={result.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <GateMark verdict={result.verdict} />
            <span className="text-muted text-xs">
              policy {result.policyNumber}
              {result.baselineRunNumber === null ? "" : `, against run ${result.baselineRunNumber}`}, by{" "}
              {result.evaluatedBy}, <Timestamp value={result.evaluatedAt} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
