import { Badge } from "#components/ui/badge.tsx";
import { formatScore } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ComparedCase } from "#lib/comparisons/cases/get-compared-case.ts";
import { VerdictMark } from "../cases/verdict-mark.tsx";

type Side = NonNullable<ComparedCase["a"]>;

export type SideFactsProps = {
  title: string;
  href: string;
  /** Null where the run did not attempt the case. */
  side: Side | null;
};

/** How one run did on the case: verdict, each grader's reason, latency and cost. */
export function SideFacts({ title, href, side }: SideFactsProps) {
  return (
    <section
      aria-label={title}
      className="flex min-w-0 flex-col gap-2 rounded-lg border bg-surface px-3 py-2.5 text-sm"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">
          <TextLink href={href}>{title}</TextLink>
        </h3>
        {side === null ? (
          <span className="text-muted">did not attempt this case</span>
        ) : (
          <>
            <VerdictMark verdict={side.verdict} />
            <span className="tabular ml-auto text-muted text-xs">
              {formatMs(side.latencyMs)} · {formatMicroUsd(side.costMicroUsd)}
            </span>
          </>
        )}
      </header>
      {side?.errorClass != null && (
        <p className="untrusted-text text-muted">
          <span className="font-medium text-text">{side.errorClass}</span> {side.errorMessage} It counts
          neither as passed nor as failed.
        </p>
      )}
      {side !== null && side.grades.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {side.grades.map((grade) => (
            <li key={grade.grader.versionId} className="min-w-0">
              <span className="flex flex-wrap items-center gap-x-2">
                <VerdictMark
                  verdict={grade.status === "unscored" ? "unscored" : grade.passed ? "passed" : "failed"}
                />
                <span className="font-medium">{grade.grader.name}</span>
                {grade.score !== null && (
                  <span className="tabular text-faint text-xs">{formatScore(grade.score)}</span>
                )}
                {grade.grader.weight === 0 && (
                  <Badge title="Does not decide whether an attempt passes">shown only</Badge>
                )}
              </span>
              <span className="untrusted-text line-clamp-4 block pl-4 text-muted text-xs">
                {grade.reason}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
