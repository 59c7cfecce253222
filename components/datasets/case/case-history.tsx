import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import type { CaseRevisionDetails } from "#lib/datasets/cases/get-case.ts";
import { revisionChanges, revisionSpan } from "./revision-changes.ts";
import { WordDiff } from "./word-diff.tsx";

/** Every revision of a case, the newest first, each with what it changed. */
export function CaseHistory({ revisions }: { revisions: readonly CaseRevisionDetails[] }) {
  return (
    <ol className="flex flex-col">
      {revisions.map((revision, index) => (
        <li key={revision.id} className="border-b last:border-0">
          <HistoryEntry revision={revision} before={revisions[index + 1]} />
        </li>
      ))}
    </ol>
  );
}

function HistoryEntry({
  revision,
  before,
}: {
  revision: CaseRevisionDetails;
  before: CaseRevisionDetails | undefined;
}) {
  const changes = before === undefined ? [] : revisionChanges(before, revision);
  const line = (
    <>
      <span className="font-medium">{revisionSpan(revision)}</span>
      {revision.archived && <Badge tone="warning">archived</Badge>}
      <span className="text-muted">
        {revision.createdBy}, <Timestamp value={revision.createdAt} />
      </span>
    </>
  );
  if (changes.length === 0) {
    return <p className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2 pl-4 text-sm">{line}</p>;
  }
  return (
    <details className="group py-2">
      <summary className="cursor-pointer rounded-sm text-sm">
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 align-middle">
          {line}
          <span className="text-muted">
            changed {changes.map((change) => change.field.toLowerCase()).join(", ")}
          </span>
        </span>
      </summary>
      <div className="flex flex-col gap-3 py-2 pl-4">
        {changes.map((change) => (
          <div key={change.field} className="flex min-w-0 flex-col gap-1">
            <span className="font-medium text-muted text-xs">{change.field}</span>
            <WordDiff before={change.before} after={change.after} />
          </div>
        ))}
      </div>
    </details>
  );
}
