import type { ReactNode } from "react";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { NextRuns } from "#lib/decisions/next-run/next-run.ts";
import type { LiveRun } from "#lib/runs/sight/get-live-run.ts";
import type { StartNext } from "./start-next.ts";
import { StartNextButton } from "./start-next-button.tsx";
import { UnderWayRow } from "./under-way-row.tsx";

export type NextRunsCardProps = {
  next: NextRuns;
  /** Of the runs under way that are watched, in the order of `next.underWay`. */
  live: readonly LiveRun[];
  dataset: { id: string; name: string };
  /** Whose pins a model without a run gets. */
  likeRunId: string;
  /** Null for readers, who may start nothing. */
  start: StartNext["start"] | null;
  /** The address of the board with one run in another's place; null where it takes newer runs up by itself. */
  takeUpHref: ((newer: NextRuns["newer"][number]) => string) | null;
  /** What becomes of a run once it has finished. */
  afterwards: string;
};

/** A workspace has models for other datasets too: what is offered must not push the figures off the page. */
const shownAtOnce = 4;

/** What is not on the board yet: runs under way, newer runs, and models that were never run on the dataset. */
export function NextRunsCard({
  next,
  live,
  dataset,
  likeRunId,
  start,
  takeUpHref,
  afterwards,
}: NextRunsCardProps) {
  const { underWay, unmeasured, moreUnmeasured } = next;
  const newer = takeUpHref === null ? [] : next.newer;
  const offered = start === null ? [] : unmeasured;
  if (underWay.length + newer.length + offered.length === 0) return null;
  return (
    <Card flush title="Not weighed yet" description={afterwards} className="print:hidden">
      <ul aria-label="Not weighed yet">
        {underWay.map((run, index) => {
          const initial = live[index];
          return initial === undefined ? (
            <li key={run.id} className="border-b px-4 py-2.5 text-sm last:border-0">
              {run.model.name}, <TextLink href={`/runs/${run.id}`}>run {run.number}</TextLink>, is under way.
            </li>
          ) : (
            <UnderWayRow key={run.id} run={run} initial={initial} />
          );
        })}
        {newer.map((one) => (
          <Row
            key={one.id}
            name={one.model.name}
            text={
              <>
                has a newer run that has finished:{" "}
                <TextLink href={`/runs/${one.id}`}>run {one.number}</TextLink>.
              </>
            }
          >
            {takeUpHref && (
              <LinkButton
                href={takeUpHref(one)}
                size="sm"
                aria-label={`Weigh run ${one.number} of ${one.model.name}`}
              >
                Weigh it instead
              </LinkButton>
            )}
          </Row>
        ))}
        {start !== null && (
          <Offers models={offered.slice(0, shownAtOnce)} {...{ dataset, likeRunId, start }} />
        )}
      </ul>
      {start !== null && offered.length > shownAtOnce && (
        <details className="border-t">
          <summary className="px-4 py-2.5 text-muted text-xs hover:text-text">
            {offered.length - shownAtOnce} more models without a run
          </summary>
          <ul aria-label="More models without a run" className="border-t">
            <Offers models={offered.slice(shownAtOnce)} {...{ dataset, likeRunId, start }} />
          </ul>
        </details>
      )}
      {start !== null && moreUnmeasured > 0 && (
        <p className="border-t px-4 py-2.5 text-muted text-xs">
          {moreUnmeasured} more models have no run here.{" "}
          <TextLink href={`/runs/new?dataset=${dataset.id}`}>Start runs of several at once</TextLink>.
        </p>
      )}
    </Card>
  );
}

type OffersProps = Pick<NextRunsCardProps, "dataset" | "likeRunId"> & {
  models: NextRuns["unmeasured"];
  start: StartNext["start"];
};

function Offers({ models, dataset, likeRunId, start }: OffersProps) {
  return models.map(({ id, name }) => (
    <Row key={id} name={name} text={`has no finished run on ${dataset.name}.`}>
      <StartNextButton ask={{ likeRunId, modelId: id }} label={`Start that run: ${name}`} start={start} />
    </Row>
  ));
}

type RowProps = { name: string; text: ReactNode; children: ReactNode };

function Row({ name, text, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-b px-4 py-2 text-sm last:border-0">
      <span className="min-w-0 flex-1 basis-48">
        <span className="break-words font-medium">{name}</span> <span className="text-muted">{text}</span>
      </span>
      {children}
    </li>
  );
}
