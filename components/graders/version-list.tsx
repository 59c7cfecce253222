import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { GraderVersionSummary } from "#lib/graders/list-grader-versions.ts";
import type { VersionChange } from "#lib/graders/listing/version-changes.ts";

export type ListedVersion = Pick<
  GraderVersionSummary,
  "id" | "number" | "createdAt" | "createdByName" | "runs"
> & {
  /** Against the version before; null for the first one. */
  changes: readonly VersionChange[] | null;
};

/** The versions of a grader, newest first, each with what it changed. */
export function VersionList({ versions }: { versions: readonly ListedVersion[] }) {
  return (
    <Card
      title="Versions"
      description="A version never changes: past runs keep the one they were graded with."
      flush
    >
      <ol className="flex flex-col">
        {versions.map((version, index) => (
          <li key={version.id} className="flex flex-col gap-2 border-b px-4 py-3 last:border-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
              <span className="tabular font-medium text-sm text-text">Version {version.number}</span>
              {index === 0 && <Badge tone="accent">in use</Badge>}
              <span>
                <Timestamp value={version.createdAt} /> by {version.createdByName}
              </span>
              <span className="tabular">
                {formatCount(version.runs)} {version.runs === 1 ? "run" : "runs"}
              </span>
            </p>
            {version.changes === null ? (
              <p className="text-muted text-xs">
                {version.number === 1 ? "Created." : "Earlier versions are not listed here."}
              </p>
            ) : (
              <ul className="flex flex-col gap-1">
                {version.changes.map((change) => (
                  <Change key={change.path} change={change} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Change({ change: { path, before, after } }: { change: VersionChange }) {
  return (
    <li className="flex min-w-0 flex-wrap items-baseline gap-x-2 font-mono text-xs">
      <span className="text-muted">{path}</span>
      {before !== null && (
        <del className="untrusted-text max-h-32 overflow-y-auto rounded-sm bg-negative-soft px-1 text-negative no-underline">
          <span aria-hidden>− </span>
          {before}
        </del>
      )}
      {after !== null && (
        <ins className="untrusted-text max-h-32 overflow-y-auto rounded-sm bg-positive-soft px-1 text-positive no-underline">
          <span aria-hidden>+ </span>
          {after}
        </ins>
      )}
    </li>
  );
}
