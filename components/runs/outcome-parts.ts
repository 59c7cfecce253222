import type { ProgressPart } from "#components/ui/feedback/progress.tsx";

type Outcomes = { passed: number; failed: number; unscored: number; errored: number };

/** The parts of a bar of outcomes, in the one order in which they are shown everywhere. */
export function outcomeParts({ passed, failed, unscored, errored }: Outcomes): ProgressPart[] {
  return [
    { value: passed, tone: "passed", label: "passed" },
    { value: failed, tone: "failed", label: "failed" },
    { value: unscored, tone: "unscored", label: "unscored" },
    { value: errored, tone: "errored", label: "errored" },
  ];
}
