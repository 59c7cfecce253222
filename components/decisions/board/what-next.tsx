import type { ReactNode } from "react";
import { formatCount } from "#components/ui/format/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Candidate } from "#lib/decisions/board/board-schema.ts";
import type { StartNext } from "../next/start-next.ts";
import { StartNextButton } from "../next/start-next-button.tsx";

/** Beyond this, asking the same cases again stands in for new ones in name only. */
const mostRepetitions = 10;

/** What would settle an open model: cases that its run left out, or each case more often when all are used. */
export function WhatNext({ one, start }: { one: Candidate; start: StartNext }) {
  const { standing, casesNeeded, casesLeft, model, passRate } = one;
  if (standing !== "not enough evidence" || casesNeeded === null) return null;
  const underWay = start.underWay.find((run) => run.model.id === model.id);
  if (underWay !== undefined) {
    return (
      <Offer>
        <TextLink href={`/runs/${underWay.id}`}>Run {underWay.number}</TextLink> of it is under way.
      </Offer>
    );
  }
  const button = (repetitions: number | null, label: string) => (
    <StartNextButton
      ask={{ likeRunId: one.run.id, modelId: model.id, ...(repetitions !== null && { repetitions }) }}
      label={label}
      start={start.start}
    />
  );
  if (casesLeft > 0) {
    return (
      <Offer button={button(null, `Start that run: ${model.name} on all cases`)}>
        Its run left out {formatCount(casesLeft)} cases of this version.
      </Offer>
    );
  }
  const cases = passRate?.n ?? 0;
  if (one.hosting === "unknown") {
    return (
      <Offer>
        Its answers were imported, and its run used all {formatCount(cases)} cases: add cases to the dataset,
        and import its answers to them.
      </Offer>
    );
  }
  const wanted = cases === 0 ? 2 : Math.ceil((one.repetitions * (cases + casesNeeded)) / cases);
  if (wanted > mostRepetitions) {
    return (
      <Offer>
        Asking the same cases again cannot replace so many new ones: add cases to the dataset, or set another
        bar.
      </Offer>
    );
  }
  const repetitions = Math.max(one.repetitions + 1, wanted);
  return (
    <Offer button={button(repetitions, `Start that run: ${model.name} with ${repetitions} repetitions`)}>
      Its run used all {formatCount(cases)} cases: add cases to the dataset, or ask each {repetitions} times,
      which tells less than new cases.
    </Offer>
  );
}

function Offer({ button, children }: { button?: ReactNode; children: ReactNode }) {
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 print:hidden">
      <p className="max-w-prose">{children}</p>
      {button}
    </div>
  );
}
