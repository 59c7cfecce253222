import { Play } from "lucide-react";
import { formatCount } from "#components/ui/format/format-count.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { Candidate } from "#lib/decisions/board/board-schema.ts";

export type StartLinks = { datasetId: string };

/** Beyond this, asking the same cases again stands in for new ones in name only. */
const mostRepetitions = 10;

/** What would settle an open model: cases that its run left out, or each case more often when all are used. */
export function WhatNext({ one, start }: { one: Candidate; start: StartLinks }) {
  const { standing, casesNeeded, casesLeft, model, passRate } = one;
  if (standing !== "not enough evidence" || casesNeeded === null) return null;
  if (casesLeft > 0) {
    return (
      <Offer
        text={`Its run left out ${formatCount(casesLeft)} cases of this version.`}
        href={startHref(start, model.id, 1)}
        label={`Start that run: ${model.name} on all cases`}
      />
    );
  }
  const cases = passRate?.n ?? 0;
  const wanted = cases === 0 ? 2 : Math.ceil((one.repetitions * (cases + casesNeeded)) / cases);
  if (wanted > mostRepetitions) {
    return (
      <p className="mt-1.5 max-w-prose">
        Asking the same cases again cannot replace so many new ones: add cases to the dataset, or set another
        bar.
      </p>
    );
  }
  const repetitions = Math.max(one.repetitions + 1, wanted);
  return (
    <Offer
      text={`Its run used all ${formatCount(cases)} cases: add cases to the dataset, or ask each ${repetitions} times, which tells less than new cases.`}
      href={startHref(start, model.id, repetitions)}
      label={`Start that run: ${model.name} with ${repetitions} repetitions`}
    />
  );
}

function Offer({ text, href, label }: { text: string; href: string; label: string }) {
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 print:hidden">
      <span className="max-w-prose">{text}</span>
      <LinkButton href={href} size="sm" aria-label={label}>
        <Play aria-hidden />
        Start that run
      </LinkButton>
    </p>
  );
}

function startHref({ datasetId }: StartLinks, modelId: string, repetitions: number): string {
  const query = new URLSearchParams({ dataset: datasetId, model: modelId });
  if (repetitions > 1) query.set("repetitions", String(repetitions));
  return `/runs/new?${query}`;
}
