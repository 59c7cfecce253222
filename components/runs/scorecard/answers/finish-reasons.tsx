import { TriangleAlert } from "lucide-react";
import { formatCount } from "#components/ui/format/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import { finishReasonLabel } from "#lib/runs/attempts/finish-reason.ts";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";

export type FinishReasonsProps = { runId: string; reasons: Scorecard["finishReasons"] };

/** How the answers ended. Those that were cut off come first, because they may fail for that alone. */
export function FinishReasons({ runId, reasons }: FinishReasonsProps) {
  const cutOff = reasons.find(({ reason }) => reason === "length")?.count ?? 0;
  const others = reasons.filter(({ reason }) => reason !== "length");
  return (
    <div className="flex flex-col gap-1 text-sm">
      {cutOff > 0 && (
        <p className="flex items-start gap-2">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          <span className="tabular">
            <TextLink href={runCasesHref(runId, { view: "all", finish: "length" })}>
              {formatCount(cutOff)} {cutOff === 1 ? "answer was" : "answers were"} cut off
            </TextLink>{" "}
            at the token limit and may have failed for that alone. Raise the model's maximum of tokens.
          </span>
        </p>
      )}
      {others.length > 0 && (
        <p className="tabular flex flex-wrap gap-x-3 gap-y-1 text-muted">
          <span className="font-medium text-text">Answers ended:</span>
          {others.map(({ reason, count }) => (
            <span key={reason ?? ""} className="untrusted-text">
              {reason === null ? (
                "not said"
              ) : (
                <TextLink href={runCasesHref(runId, { view: "all", finish: reason })}>
                  {finishReasonLabel(reason)}
                </TextLink>
              )}{" "}
              {formatCount(count)}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
