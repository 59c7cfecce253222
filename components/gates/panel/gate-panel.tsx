import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { gateSentence } from "#lib/gates/policy/verdict-words.ts";
import type { GateReport } from "#lib/gates/results/gate-report.ts";
import type { GateActions } from "../gate-actions.ts";
import { GateMark } from "../gate-mark.tsx";
import { ApproveDialog } from "./approve-dialog.tsx";
import { EvaluateButton } from "./evaluate-button.tsx";
import { type PastResult, PastResults } from "./past-results.tsx";
import { RuleList } from "./rule-list.tsx";

export type GatePanelProps = {
  report: GateReport;
  history: readonly PastResult[];
  /** The run is the baseline in force. */
  isBaseline: boolean;
  /** It has ended with a scorecard, so it may be approved. */
  canBeBaseline: boolean;
  actions: GateActions | null;
};

/** What the gate says of a run: the verdict first, then every rule, and the step that makes it the baseline. */
export function GatePanel({ report, history, isBaseline, canBeBaseline, actions }: GatePanelProps) {
  const { run, verdict, rules, policy } = report;
  const approve = isBaseline ? (
    <Badge tone="accent">approved baseline</Badge>
  ) : (
    actions !== null &&
    canBeBaseline && <ApproveDialog run={run} verdict={verdict} approve={actions.approveBaseline} />
  );
  if (verdict === null || policy === null) {
    return (
      <Card title="Gate" description={<WithoutVerdict report={report} />} actions={approve}>
        {report.missing === "not evaluated" && actions !== null && (
          <EvaluateButton runId={run.id} evaluate={actions.evaluate} />
        )}
      </Card>
    );
  }
  return (
    <Card
      flush
      title={
        <span className="flex flex-wrap items-center gap-2">
          Gate <GateMark verdict={verdict} />
        </span>
      }
      actions={approve}
      footer={<MeasuredBy report={report} />}
    >
      <div className="flex flex-col gap-3 px-4 py-3">
        <p className="text-balance font-semibold text-lg">{gateSentence(verdict, rules, policy.number)}</p>
        <Outdated report={report} actions={actions} />
      </div>
      <RuleList report={report} />
      {history.length > 1 && <PastResults results={history} />}
    </Card>
  );
}

function WithoutVerdict({ report: { missing, run } }: { report: GateReport }) {
  switch (missing) {
    case "no policy":
      return (
        <>
          This dataset has no policy, so no rule says what a run must meet.{" "}
          <TextLink href={gateHref(run.datasetId)}>Write one</TextLink> with the latest runs as a preview.
        </>
      );
    case "under way":
      return "Evaluated when the run has ended.";
    case "no scorecard":
      return "The run ended without a scorecard, so there is nothing to measure.";
    default:
      return "This run ended before the policy was written and has not been measured by it.";
  }
}

const since = {
  policy: "The policy has a newer version than the one that this verdict is by.",
  baseline: "Another baseline has been approved since this verdict.",
  grades: "The run or its baseline has been graded again since this verdict.",
} as const;

function Outdated({ report, actions }: { report: GateReport; actions: GateActions | null }) {
  if (report.outdated === null) return null;
  return (
    <Alert action={actions && <EvaluateButton runId={report.run.id} evaluate={actions.evaluate} />}>
      {since[report.outdated]}
    </Alert>
  );
}

function MeasuredBy({ report: { policy, baseline, evaluatedAt, run } }: { report: GateReport }) {
  return (
    <>
      Measured by <TextLink href={gateHref(run.datasetId)}>policy {policy?.number}</TextLink>
      {baseline === null ? (
        ", without a baseline"
      ) : (
        <>
          {" "}
          and against <TextLink href={`/runs/${baseline.runId}`}>run {baseline.runNumber}</TextLink>, the
          approved baseline
        </>
      )}
      {evaluatedAt && (
        <>
          , <Timestamp value={evaluatedAt} />
        </>
      )}
      .
    </>
  );
}

const gateHref = (datasetId: string) => `/datasets/${datasetId}/gate`;
