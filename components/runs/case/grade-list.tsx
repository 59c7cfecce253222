import { GradeDetail } from "#components/graders/detail/grade-detail.tsx";
import { JudgementsView } from "#components/graders/judgements/judgements-view.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { formatScore } from "#components/ui/format/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { AttemptGrade } from "#lib/runs/get-attempt.ts";
import { VerdictMark } from "../verdict-mark.tsx";

/** What each grader said: verdict, score against its threshold, and the reason in a sentence. */
export function GradeList({ grades }: { grades: readonly AttemptGrade[] }) {
  return (
    <ul className="flex flex-col rounded-md border">
      {grades.map(({ grader, status, passed, score, reason, detail, usage }) => (
        <li key={grader.versionId} className="flex flex-col gap-1 border-b px-3 py-2.5 last:border-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <VerdictMark verdict={status === "unscored" ? "unscored" : passed ? "passed" : "failed"} />
            <TextLink href={`/graders/${grader.id}`} className="font-medium">
              {grader.name}
            </TextLink>
            <span className="text-faint text-xs">v{grader.number}</span>
            {grader.weight === 0 && <Badge>recorded only</Badge>}
            {grader.critical && <Badge tone="outline">critical</Badge>}
            {score !== null && (
              <span className="tabular ml-auto text-muted text-xs">
                score <span className="font-medium text-text">{formatScore(score, 3)}</span>, passes at{" "}
                {grader.direction === "higher" ? "≥" : "≤"} {formatScore(grader.threshold)}
              </span>
            )}
          </div>
          <p className="untrusted-text text-muted text-sm">{reason}</p>
          <GradeDetail detail={detail} />
          <JudgementsView detail={detail} usage={usage} />
        </li>
      ))}
    </ul>
  );
}
