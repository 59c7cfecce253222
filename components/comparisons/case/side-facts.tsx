import { ErrorName } from "#components/runs/case/error-name.tsx";
import { VerdictStrip } from "#components/runs/repetitions/verdict-strip.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { formatScore } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ComparedCaseSide } from "#lib/comparisons/cases/get-compared-case.ts";
import { StateMark } from "../cases/state-mark.tsx";

type Attempt = NonNullable<ComparedCaseSide["attempt"]>;

export type SideFactsProps = {
  title: string;
  modelName: string;
  href: string;
  side: ComparedCaseSide | null;
};

/** How one run did on the case: verdict, each grader's reason, latency and cost. */
export function SideFacts({ title, modelName, href, side }: SideFactsProps) {
  const attempt = side?.attempt ?? null;
  return (
    <section
      aria-label={title}
      className="flex min-w-0 flex-col gap-2 rounded-lg border bg-surface px-3 py-2.5 text-sm"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 truncate font-medium">
          <TextLink href={href}>{title}</TextLink>{" "}
          <span className="font-normal text-muted text-xs">{modelName}</span>
        </h3>
        {side !== null && <StateMark state={side.state} />}
        {attempt !== null && (
          <span className="tabular ml-auto text-muted text-xs">
            {formatMs(attempt.latencyMs)} · {formatMicroUsd(attempt.costMicroUsd)}
          </span>
        )}
      </header>
      {attempt !== null && attempt.repetitions.length > 1 && (
        <VerdictStrip
          verdicts={attempt.repetitions.map(({ verdict }) => verdict)}
          current={attempt.repetition - 1}
        />
      )}
      {attempt !== null && <Judgement attempt={attempt} />}
    </section>
  );
}

function Judgement({ attempt }: { attempt: Attempt }) {
  return (
    <>
      {attempt.outcome === "errored" && (
        <p className="text-muted">
          <ErrorName error={attempt} className="font-medium text-text" />:{" "}
          <span className="untrusted-text">{attempt.errorMessage ?? "the server said nothing more."}</span> It
          counts neither as passed nor as failed.
        </p>
      )}
      {attempt.grades.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {attempt.grades.map((grade) => (
            <li key={grade.grader.versionId} className="min-w-0">
              <span className="flex flex-wrap items-center gap-x-2">
                <StateMark
                  state={grade.status === "unscored" ? "unscored" : grade.passed ? "passed" : "failed"}
                />
                <span className="font-medium">{grade.grader.name}</span>
                {grade.score !== null && (
                  <span className="tabular text-faint text-xs">{formatScore(grade.score)}</span>
                )}
                {grade.grader.weight === 0 && (
                  <Badge title="Does not decide whether an attempt passes">shown only</Badge>
                )}
                {grade.grader.critical && (
                  <Badge tone="outline" title="An attempt that fails it fails under every rule">
                    critical
                  </Badge>
                )}
              </span>
              <span className="untrusted-text line-clamp-4 block pl-4 text-muted text-xs">
                {grade.reason}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
