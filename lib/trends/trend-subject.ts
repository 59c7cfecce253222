import type { TrendMetric } from "./trend-metric.ts";

/** What of a run is measured. The plural ones draw one line for each grader, or for each value of a dimension, of one model. */
export type TrendSubject =
  | { kind: "whole" }
  | { kind: "grader"; graderId: string }
  | { kind: "graders" }
  | { kind: "slice"; dimension: string; value: string }
  | { kind: "slices"; dimension: string };

/** For an address: "graders", "grader:<id>", "slices:tag", "slice:tag=refund". */
export function formatSubject(subject: TrendSubject): string {
  switch (subject.kind) {
    case "whole":
    case "graders":
      return subject.kind;
    case "grader":
      return `grader:${subject.graderId}`;
    case "slices":
      return `slices:${subject.dimension}`;
    case "slice":
      return `slice:${encodeURIComponent(subject.dimension)}=${subject.value}`;
  }
}

/** Reads what `formatSubject` wrote; anything else is the whole run. */
export function parseSubject(text: string): TrendSubject {
  if (text === "graders") return { kind: "graders" };
  const [, kind, rest] = /^(grader|slices|slice):(.+)$/s.exec(text) ?? [];
  if (rest === undefined) return { kind: "whole" };
  if (kind === "grader") return { kind, graderId: rest };
  if (kind === "slices") return { kind, dimension: rest };
  const [, dimension, value] = /^([^=]+)=(.*)$/s.exec(rest) ?? [];
  if (dimension === undefined || value === undefined) return { kind: "whole" };
  return { kind: "slice", dimension: decoded(dimension), value };
}

/** The subject that the metric can have: a mean score is always a grader's; latency, cost and errors are of whole runs. */
export function subjectFor(metric: TrendMetric, subject: TrendSubject): TrendSubject {
  if (metric === "pass-rate") return subject;
  if (metric !== "mean-score") return { kind: "whole" };
  return subject.kind === "grader" ? subject : { kind: "graders" };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
