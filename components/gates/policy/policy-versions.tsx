import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { PolicyVersionRow } from "#lib/gates/policy/list-policy-versions.ts";

export type PolicyVersionsProps = { versions: readonly PolicyVersionRow[] };

/** Every version of the policy with what it changed, the newest first. */
export function PolicyVersions({ versions }: PolicyVersionsProps) {
  return (
    <Card
      flush
      title="Versions of the policy"
      description="None is ever changed; a verdict names the one it is by."
    >
      {versions.length === 0 ? (
        <p className="px-4 py-6 text-muted text-sm">No policy yet. Turn on a rule above and save it.</p>
      ) : (
        <ol className="divide-y">
          {versions.map((version, at) => (
            <li key={version.id} className="flex flex-col gap-1.5 px-4 py-3">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
                <span>
                  <span className="font-medium">Policy {version.number}</span>
                  {at === 0 && <span className="text-muted">, in force</span>}
                </span>
                <span className="text-muted text-xs">
                  {version.createdBy}, <Timestamp value={version.createdAt} />
                </span>
              </p>
              {version.note !== "" && (
                <p className="whitespace-pre-line break-words text-sm">{version.note}</p>
              )}
              <ul className="tabular flex flex-col gap-0.5 text-xs">
                {version.changes.map((change) => (
                  <li key={change.subject} className="text-muted">
                    <bdi className="font-medium text-text">{change.subject}</bdi>: {changeText(change)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function changeText({ before, after }: { before: string | null; after: string | null }): string {
  if (before === null) return after ?? "";
  return after === null ? `no longer asked for (was ${before})` : `${after} (was ${before})`;
}
