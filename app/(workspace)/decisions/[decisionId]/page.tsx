import { Download } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { CandidateTable } from "#components/decisions/board/candidate-table.tsx";
import { EarningsCard } from "#components/decisions/board/earnings-card.tsx";
import { FrontierCard } from "#components/decisions/board/frontier-card.tsx";
import { HeadlinePanel } from "#components/decisions/board/headline-panel.tsx";
import { NearBestCard } from "#components/decisions/board/near-best-card.tsx";
import { NextRunsCard } from "#components/decisions/next/next-runs-card.tsx";
import { BarCard } from "#components/decisions/page/bar-card.tsx";
import { ChosenCard } from "#components/decisions/page/chosen-card.tsx";
import { PinnedCard } from "#components/decisions/page/pinned-card.tsx";
import { PrintButton } from "#components/decisions/page/print-button.tsx";
import { ReopenAlert } from "#components/decisions/page/reopen-alert.tsx";
import { StateBadge } from "#components/decisions/state-badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { hasRole } from "#lib/context/context.ts";
import { methodsWords } from "#lib/decisions/exporting/methods-words.ts";
import { listUnderWay } from "#lib/decisions/next-run/list-under-way.ts";
import { paramsOfQuestion } from "#lib/decisions/question/params-of-question.ts";
import { decideHref } from "#lib/decisions/question/question-params.ts";
import { type Decision, getDecision } from "#lib/decisions/reading/get-decision.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { startNextRunAction } from "../actions.ts";
import { loadNext } from "../load-next.ts";

export const metadata: Metadata = { title: "Decision" };

type DecisionPageProps = { params: Promise<{ decisionId: string }> };

export default async function DecisionPage({ params }: DecisionPageProps) {
  const { ctx } = await pageContext();
  const id = idSchema.safeParse((await params).decisionId);
  if (!id.success) notFound();
  const decision = await orNotFound(getDecision(ctx, id.data));
  const { number, question, evidence, chosen, supersededBy, reasons } = decision;
  const again = `${decideHref({ ...paramsOfQuestion(decision.asked), runs: [] })}&supersedes=${decision.id}`;
  const canStart = hasRole(ctx, "editor") && supersededBy === null;
  const { next, live } = await loadNext(ctx, evidence, await listUnderWay(ctx, evidence.dataset.id));
  const start = canStart ? { start: startNextRunAction, underWay: next.underWay } : null;
  return (
    <Page>
      <PageHeader
        title={question}
        breadcrumb={[{ label: "Decisions", href: "/decisions" }, { label: `Decision ${number}` }]}
        meta={<DecisionMeta decision={decision} />}
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            <PrintButton />
            <LinkButton href={`/api/v1/decisions/${decision.id}/export?format=md`} download prefetch={false}>
              <Download aria-hidden />
              Markdown
            </LinkButton>
            <LinkButton href={`/api/v1/decisions/${decision.id}/export?format=pdf`} download prefetch={false}>
              <Download aria-hidden />
              PDF
            </LinkButton>
            {supersededBy === null && (
              <LinkButton href={again} variant={reasons.length > 0 ? "primary" : "secondary"}>
                Decide again
              </LinkButton>
            )}
          </span>
        }
      />
      {supersededBy !== null && (
        <Alert title="Another decision has taken its place">
          <TextLink href={`/decisions/${supersededBy.id}`}>Decision {supersededBy.number}</TextLink> holds
          instead. This page stays as it was.
        </Alert>
      )}
      <ReopenAlert reasons={reasons} againHref={again} />
      <ChosenCard chosen={chosen} reason={decision.reason} waiver={decision.waiver} />
      <BarCard bar={evidence.bar} />
      <HeadlinePanel board={evidence} />
      <Card
        flush
        title="Models against the bar"
        footer={methodsWords(evidence)}
        description="As it was when the decision was recorded, with 95 % intervals."
      >
        <CandidateTable
          candidates={evidence.candidates}
          chosenRunId={chosen.run.id}
          margin={evidence.nearBest?.margin ?? null}
          start={start}
        />
      </Card>
      {supersededBy === null && (
        <NextRunsCard
          next={next}
          live={live}
          dataset={evidence.dataset}
          likeRunId={chosen.run.id}
          start={canStart ? startNextRunAction : null}
          takeUpHref={null}
          afterwards="This page stays as it was decided. “Decide again” weighs runs that have finished since; one that contradicts the decision re-opens it."
        />
      )}
      <FrontierCard board={evidence} chosenRunId={chosen.run.id} />
      <NearBestCard board={evidence} start={start} />
      <EarningsCard board={evidence} />
      <PinnedCard evidence={evidence} />
    </Page>
  );
}

function DecisionMeta({ decision }: { decision: Decision }) {
  const { state, approvedBy, createdAt, expiresAt, supersedes } = decision;
  return (
    <>
      <StateBadge state={state} />
      <span>
        Approved by {approvedBy}, <Timestamp value={createdAt} />
      </span>
      <span className="tabular">
        {expiresAt === null
          ? "Holds until something changes"
          : `Holds until ${expiresAt.toISOString().slice(0, 10)}`}
      </span>
      {supersedes !== null && (
        <span>
          Took the place of{" "}
          <TextLink href={`/decisions/${supersedes.id}`}>decision {supersedes.number}</TextLink>
        </span>
      )}
    </>
  );
}
