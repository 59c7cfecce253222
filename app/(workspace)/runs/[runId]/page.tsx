import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { toSearchParams } from "#app/_server/to-search-params.ts";
import { GatePanel } from "#components/gates/panel/gate-panel.tsx";
import { attemptChoices, attemptCounts, openingView } from "#components/runs/cases/attempt-choices.ts";
import { AttemptsView } from "#components/runs/cases/attempts-view.tsx";
import { PausedBanner } from "#components/runs/page/control/paused-banner.tsx";
import { LiveProgress } from "#components/runs/page/live-progress.tsx";
import { RunHeader } from "#components/runs/page/run-header.tsx";
import { RunPins } from "#components/runs/page/run-pins.tsx";
import { Bill } from "#components/runs/scorecard/bill.tsx";
import { ScorecardView } from "#components/runs/scorecard/scorecard-view.tsx";
import { WithoutScorecard } from "#components/runs/scorecard/without-scorecard.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { type Context, hasRole } from "#lib/context/context.ts";
import { findPolicy } from "#lib/gates/policy/find-policy.ts";
import { loadGatePanel } from "#lib/gates/results/load-gate-panel.ts";
import { graderKinds } from "#lib/graders/registry.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { listRunAttempts } from "#lib/outcomes/list/list-run-attempts.ts";
import { attemptListParams, attemptListQuery } from "#lib/runs/attempts/attempt-list-params.ts";
import { getRunControl } from "#lib/runs/control/get-run-control.ts";
import { getRun, type RunDetail } from "#lib/runs/get-run.ts";
import { getLiveRun, type LiveRun } from "#lib/runs/sight/get-live-run.ts";
import { getBill } from "#lib/runs/spending/get-bill.ts";
import { findScorecard } from "#lib/scorecards/find-scorecard.ts";
import { gateActions } from "../../datasets/gate-action-set.ts";
import { labelActions, runActions } from "./run-actions.ts";

export const metadata: Metadata = { title: "Run" };

type RunPageProps = {
  params: Promise<{ runId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Somewhat more than a high screen shows: what comes with the document delays it, and the others are read when they come into view. */
const firstRows = 50;
const dimensionSchema = z.string().max(400).nullable().catch(null);
/** `?bar=93`: in per cent. */
const barSchema = z.coerce.number().positive().max(100).nullable().catch(null);
const kindLabels = Object.fromEntries(graderKinds.map(({ kind, label }) => [kind, label]));

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const { ctx } = await pageContext();
  const id = idSchema.safeParse((await params).runId);
  if (!id.success) notFound();
  const runId = id.data;
  const search = toSearchParams(await searchParams);
  const list = attemptListParams(search);
  const [reading, live] = [getRun(ctx, { runId }), getLiveRun(ctx, runId)];
  const [run, progress, [bill, policy], control, scorecard, page, gate] = await orNotFound(
    Promise.all([
      reading,
      live,
      onceEnded(ctx, reading, live),
      getRunControl(ctx, runId),
      findScorecard(ctx, runId),
      listRunAttempts(ctx, { ...list, runId, limit: firstRows }),
      loadGatePanel(ctx, runId),
    ]),
  );
  const opening = openingView(search, progress);
  if (opening !== null) {
    search.set("view", opening);
    redirect(`/runs/${runId}?${search}`);
  }
  const actions = hasRole(ctx, "editor") ? runActions : null;
  const { number, state, verdictRule } = run;
  const graders = run.graders.map(({ weight, critical }) => ({ weight, critical }));
  const controlled = { ...control, id: runId, number, state, verdictRule, graders };
  const policyBar = policy?.policy.passRate ?? null;
  const gatePanel = <GatePanel {...gate} actions={actions && gateActions} />;
  return (
    <Page>
      <RunHeader run={run} controlled={controlled} actions={actions} />
      {run.state === "paused" && (
        <PausedBanner
          run={{ ...controlled, stateReason: run.stateReason }}
          done={{ ended: progress.done, planned: progress.planned }}
          resume={actions?.resume ?? null}
        />
      )}
      {!progress.ended && <LiveProgress runId={runId} initial={progress} />}
      {gate.report.verdict !== null && gatePanel}
      {progress.ended && scorecard === null && <WithoutScorecard runId={runId} progress={progress} />}
      {progress.ended && scorecard !== null && (
        <ScorecardView
          run={run}
          scorecard={scorecard}
          kindLabels={kindLabels}
          bill={bill}
          by={dimensionSchema.parse(search.get("by"))}
          bar={barOf(search.get("bar")) ?? policyBar}
          policyBar={policyBar}
        />
      )}
      {progress.ended && gate.report.verdict === null && gatePanel}
      {bill !== null && scorecard === null && <Bill {...bill} />}
      <AttemptsView
        runId={runId}
        start={{ query: attemptListQuery(list), page }}
        choices={attemptChoices(run, scorecard)}
        counts={attemptCounts(progress)}
        isLive={!progress.ended}
        repetitions={run.repetitions}
        labelActions={hasRole(ctx, "reviewer") ? labelActions : null}
      />
      <RunPins run={run} />
    </Page>
  );
}

/** The bill and the policy of a run that has ended, read while the rest still is. */
async function onceEnded(ctx: Context, reading: Promise<RunDetail>, live: Promise<LiveRun>) {
  const [run, { ended }] = await Promise.all([reading, live]);
  if (!ended) return [null, null] as const;
  return await Promise.all([getBill(ctx, { runId: run.id }), findPolicy(ctx, run.dataset.id)]);
}

function barOf(text: string | null): number | null {
  const percent = text === null ? null : barSchema.parse(text);
  return percent === null ? null : percent / 100;
}
