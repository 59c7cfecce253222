import { Alert } from "#components/ui/feedback/alert.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { ruleName, worstFirst } from "#lib/gates/policy/verdict-words.ts";
import type { PreviewedRun } from "#lib/gates/preview/previewed-run.ts";
import { GateMark } from "../gate-mark.tsx";
import type { PolicyPreview } from "./use-policy-preview.ts";

export type PreviewCardProps = { preview: PolicyPreview; readable: boolean };

/** What the latest runs would have got from the policy that is being typed. */
export function PreviewCard({ preview: { runs, waiting, error }, readable }: PreviewCardProps) {
  return (
    <Card
      flush
      title="What the latest runs would have got"
      description="By the policy on this page as it is now, against the approved baseline. Nothing is stored."
      actions={
        <span role="status" className="text-muted text-xs">
          {waiting && (
            <span className="inline-flex items-center gap-1.5">
              <Spinner /> measuring
            </span>
          )}
        </span>
      }
    >
      {error !== null && (
        <div className="p-4">
          <Alert tone="danger" live>
            {error}
          </Alert>
        </div>
      )}
      {!readable && (
        <div className="p-4">
          <Alert tone="warning">A number cannot be read, so this shows the policy as it was before.</Alert>
        </div>
      )}
      {runs !== null && runs.length === 0 && (
        <EmptyState title="No run has ended yet" text="The first run of this dataset will appear here." />
      )}
      {runs !== null && runs.length > 0 && (
        <ul aria-label="Latest runs" aria-busy={waiting} className="divide-y">
          {runs.map((run) => (
            <PreviewedRow key={run.run.id} previewed={run} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function PreviewedRow({ previewed: { run, model, verdict, rules } }: { previewed: PreviewedRun }) {
  const inTheWay = worstFirst(rules.filter((rule) => rule.verdict !== "pass"));
  return (
    <li className="flex flex-col gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="min-w-0 text-sm">
          <TextLink href={`/runs/${run.id}`}>Run {run.number}</TextLink>{" "}
          <bdi className="text-muted">{model}</bdi>
        </span>
        {verdict === null ? (
          <span className="text-faint text-xs">no rule</span>
        ) : (
          <GateMark verdict={verdict} />
        )}
      </div>
      {inTheWay.map((rule) => (
        <p
          key={`${rule.rule} ${rule.slice?.dimension ?? ""} ${rule.slice?.value ?? ""}`}
          className="tabular text-muted text-xs"
        >
          <span className="font-medium text-text">
            {rule.verdict === "fail" ? "Fails" : "Open"}, <bdi>{ruleName(rule)}</bdi>:
          </span>{" "}
          {rule.sentence}
        </p>
      ))}
    </li>
  );
}
