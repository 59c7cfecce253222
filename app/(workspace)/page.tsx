import type { Metadata } from "next";
import { Suspense } from "react";
import { pageContext } from "#app/_server/page-context.ts";
import { ReopenedCard } from "#components/decisions/list/reopened-card.tsx";
import { BestModels } from "#components/home/best-models.tsx";
import { FirstStepsCard } from "#components/home/first-steps-card.tsx";
import { GotWorse } from "#components/home/got-worse.tsx";
import { RecentRuns } from "#components/home/recent-runs.tsx";
import { RunningNow } from "#components/home/running-now.tsx";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { type Context, hasRole } from "#lib/context/context.ts";
import { listReopened } from "#lib/decisions/reading/list-reopened.ts";
import { listRuns } from "#lib/runs/list-runs.ts";
import { getFirstSteps } from "#lib/trends/get-first-steps.ts";
import { listBestModels } from "#lib/trends/list-best-models.ts";
import { listRecentRuns } from "#lib/trends/list-recent-runs.ts";

export const metadata: Metadata = { title: "Home" };

export default async function HomePage() {
  const { ctx, workspace } = await pageContext();
  const [running, steps] = await Promise.all([
    listRuns(ctx, { states: ["running"], limit: 8 }),
    getFirstSteps(ctx),
  ]);
  const canEdit = hasRole(ctx, "editor");
  return (
    <Page>
      <PageHeader
        title={workspace.name}
        description="What is running, what ran lately, and what got worse."
        actions={
          canEdit &&
          steps.version &&
          steps.model && (
            <LinkButton href="/runs/new" variant="primary">
              Start a run
            </LinkButton>
          )
        }
      />
      <FirstStepsCard done={steps} canEdit={canEdit} />
      <RunningNow runs={running.items} hasMore={running.nextCursor !== null} />
      <Suspense fallback={null}>
        <Reopened ctx={ctx} />
      </Suspense>
      <Suspense fallback={<Skeleton className="h-72" />}>
        <Lately ctx={ctx} />
      </Suspense>
      <Suspense fallback={<Skeleton className="h-48" />}>
        <Best ctx={ctx} />
      </Suspense>
    </Page>
  );
}

async function Reopened({ ctx }: { ctx: Context }) {
  return <ReopenedCard decisions={await listReopened(ctx)} />;
}

async function Lately({ ctx }: { ctx: Context }) {
  const recent = await listRecentRuns(ctx);
  return (
    <>
      <GotWorse recent={recent} />
      <RecentRuns recent={recent} />
    </>
  );
}

async function Best({ ctx }: { ctx: Context }) {
  return <BestModels best={await listBestModels(ctx)} />;
}
