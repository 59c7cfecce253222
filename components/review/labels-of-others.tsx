"use client";

import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Section } from "#components/ui/layout/section.tsx";
import type { AttemptLabels } from "#lib/review/labels/list-attempt-labels.ts";
import { VerdictSwatch } from "./own/verdict-swatch.tsx";
import { verdictWords } from "./verdict-words.ts";

export type LabelsOfOthersProps = {
  labels: AttemptLabels;
  /** Whoever judges sees what others said only afterwards: two judgements are two only when neither copies the other. */
  isJudge: boolean;
};

/** What other people say of the answer. Nothing where nobody said anything. */
export function LabelsOfOthers({ labels: { mine, others }, isJudge }: LabelsOfOthersProps) {
  const [wantsToSee, setWantsToSee] = useState(false);
  if (others.length === 0) return null;
  if (isJudge && mine === null && !wantsToSee) {
    return (
      <Section title="What others say">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-muted text-sm">
          {others.length === 1 ? "One other person has" : `${others.length} other people have`} judged this
          answer. You see it once you have given your own verdict.
          <Button size="sm" variant="ghost" onClick={() => setWantsToSee(true)}>
            Show it now
          </Button>
        </p>
      </Section>
    );
  }
  return (
    <Section title={isJudge ? "What others say" : "What people say"}>
      <ul className="flex flex-col rounded-md border">
        {others.map((label) => (
          <li key={label.id} className="flex flex-col gap-1 border-b px-3 py-2.5 text-sm last:border-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="inline-flex items-center gap-1.5">
                <VerdictSwatch verdict={label.verdict} />
                {verdictWords[label.verdict]}
              </span>
              <span className="font-medium">{label.authorName}</span>
              {label.failureMode !== null && <Badge tone="outline">{label.failureMode}</Badge>}
              <Timestamp value={label.createdAt} className="ml-auto text-faint text-xs" />
            </p>
            {label.note !== "" && <p className="untrusted-text text-muted">{label.note}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
