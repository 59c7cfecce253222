import type { ReactNode } from "react";
import { formatCount } from "#components/ui/format/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Candidate } from "#lib/decisions/board/board-schema.ts";
import { whatSettles } from "#lib/decisions/next-run/what-settles.ts";
import type { StartNext } from "./start-next.ts";
import { StartNextButton } from "./start-next-button.tsx";

export type SettleOfferProps = {
  one: Candidate;
  /** Cases that count for the question now, and about how many more would tell. */
  cases: number;
  casesNeeded: number;
  start: StartNext;
  /** What it would be for, at the end of the button's name for a screen reader; two buttons for one model differ in it. */
  purpose?: string;
};

/** What would settle an open model, with the button that starts it: cases that its run left out, or each case more often when all are used. */
export function SettleOffer({ one, cases, casesNeeded, start, purpose = "" }: SettleOfferProps) {
  const { casesLeft, repetitions, model } = one;
  const underWay = start.underWay.find((run) => run.model.id === model.id);
  if (underWay !== undefined) {
    return (
      <Offer>
        <TextLink href={`/runs/${underWay.id}`}>Run {underWay.number}</TextLink> of it is under way.
      </Offer>
    );
  }
  const used = `Its run used all ${formatCount(one.passRate?.n ?? 0)} cases`;
  const isImported = one.hosting === "unknown";
  const settlement = whatSettles({ cases, casesNeeded, casesLeft, repetitions, isImported });
  const button = (wanted: number | null, what: string) => (
    <StartNextButton
      ask={{ likeRunId: one.run.id, modelId: model.id, ...(wanted !== null && { repetitions: wanted }) }}
      label={`Start that run: ${model.name} ${what}${purpose}`}
      start={start.start}
    />
  );
  switch (settlement.by) {
    case "left-out cases":
      return (
        <Offer button={button(null, "on all cases")}>
          Its run left out {formatCount(settlement.casesLeft)} cases of this version.
        </Offer>
      );
    case "imported answers":
      return (
        <Offer>
          {used}, and its answers were imported: add cases to the dataset, and import its answers to them.
        </Offer>
      );
    case "new cases":
      return (
        <Offer>
          Asking the same cases again cannot replace so many new ones: add cases to the dataset, or set
          another bar.
        </Offer>
      );
    case "repetitions":
      return (
        <Offer button={button(settlement.repetitions, `with ${settlement.repetitions} repetitions`)}>
          {used}: add cases to the dataset, or ask each {settlement.repetitions} times, which tells less than
          new cases.
        </Offer>
      );
  }
}

function Offer({ button, children }: { button?: ReactNode; children: ReactNode }) {
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 print:hidden">
      <p className="max-w-prose">{children}</p>
      {button}
    </div>
  );
}
