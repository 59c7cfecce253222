import { Badge } from "#components/ui/badge.tsx";
import { cx } from "#components/ui/class-names.ts";
import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { OUTCOME_FILL } from "#components/ui/feedback/outcome-fill.ts";
import type { Graded } from "#lib/graders/open-grader.ts";
import { GradeDetail, hasDetailView } from "../detail/grade-detail.tsx";
import { JudgementsView } from "../judgements/judgements-view.tsx";
import { readJudgements } from "../judgements/read-judgements.ts";

/** Verdict, score, reason and detail of one grade. */
export function GradeView({ graded }: { graded: Graded }) {
  const { detail, usage } = graded;
  const hasView = detail === undefined || hasDetailView(detail) || readJudgements(detail) !== null;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex items-center gap-2.5">
        <VerdictBadge graded={graded} />
        {graded.status === "scored" && (
          <span className="tabular text-sm">
            <span className="text-muted">score </span>
            {Number(graded.score.toFixed(4))}
          </span>
        )}
      </div>
      <p className="untrusted-text text-sm">{graded.reason}</p>
      <GradeDetail detail={detail} />
      <JudgementsView detail={detail} usage={usage} />
      {!hasView && <CodeBlock code={JSON.stringify(detail, null, 2)} maxHeight="10rem" title="Detail" />}
    </div>
  );
}

/** In the colours of verdicts: one grade proves no change, so it is neither green nor red. */
export function VerdictBadge({ graded }: { graded: Graded }) {
  if (graded.status === "unscored") return <Badge tone="warning">? unscored</Badge>;
  return (
    <Badge
      tone="outline"
      icon={
        <span
          aria-hidden
          className={cx("size-2 rounded-[2px]", OUTCOME_FILL[graded.passed ? "passed" : "failed"])}
        />
      }
    >
      {graded.passed ? "✓ passed" : "✗ failed"}
    </Badge>
  );
}
