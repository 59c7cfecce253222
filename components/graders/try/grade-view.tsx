import { Badge } from "#components/ui/badge.tsx";
import { CodeBlock } from "#components/ui/display/code-block.tsx";
import type { Graded } from "#lib/graders/open-grader.ts";
import { JudgementsView } from "../judgements/judgements-view.tsx";
import { readJudgements } from "../judgements/read-judgements.ts";
import { type FieldVerdictRow, fieldVerdicts } from "./field-verdicts.ts";

/** Verdict, score, reason and detail of one grade. */
export function GradeView({ graded }: { graded: Graded }) {
  const { detail, usage } = graded;
  const isJudged = readJudgements(detail) !== null;
  const fields = detail === undefined ? null : fieldVerdicts(detail);
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
      {fields !== null && <FieldVerdicts fields={fields} />}
      <JudgementsView detail={detail} usage={usage} />
      {fields === null && !isJudged && detail !== undefined && (
        <CodeBlock code={JSON.stringify(detail, null, 2)} maxHeight="10rem" title="Detail" />
      )}
    </div>
  );
}

export function VerdictBadge({ graded }: { graded: Graded }) {
  if (graded.status === "unscored") return <Badge tone="warning">? unscored</Badge>;
  return graded.passed ? <Badge tone="positive">✓ passed</Badge> : <Badge tone="negative">✗ failed</Badge>;
}

function FieldVerdicts({ fields }: { fields: readonly FieldVerdictRow[] }) {
  return (
    <ul aria-label="Fields" className="flex max-h-56 flex-col overflow-y-auto rounded-md border">
      {fields.map((field) => (
        <li key={field.path} className="flex gap-2 border-b px-2.5 py-1.5 text-xs last:border-0">
          <span className={field.matched ? "text-positive" : "text-negative"}>
            <span aria-hidden>{field.matched ? "✓" : "✗"}</span>
            <span className="sr-only">{field.matched ? "right:" : "wrong:"}</span>
          </span>
          <span className="untrusted-text min-w-0">
            <span className="font-medium font-mono">{field.path}</span> {field.note}
          </span>
        </li>
      ))}
    </ul>
  );
}
