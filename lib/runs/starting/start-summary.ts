export type StartPlan = { cases: number; models: number; graders: number; repetitions: number };

/** What pressing Start will do: "300 cases × 2 models × 5 repetitions = 3,000 answers, each judged by 3 graders." */
export function startSummary({ cases, models, graders, repetitions }: StartPlan): string {
  const factors = [
    plural(cases, "case"),
    plural(models, "model"),
    ...(repetitions > 1 ? [plural(repetitions, "repetition")] : []),
  ];
  const answers = plural(cases * models * repetitions, "answer");
  return `${factors.join(" × ")} = ${answers}, each judged by ${plural(graders, "grader")}.`;
}

/** The first thing that keeps the runs from starting, or null. */
export function startObstacle({ cases, models, graders }: StartPlan): string | null {
  if (cases === 0) return "Choose splits that have cases.";
  if (models === 0) return "Choose at least one model.";
  if (models > 20) return "Choose at most 20 models at a time.";
  if (graders === 0) return "Choose at least one grader.";
  if (graders > 50) return "Choose at most 50 graders.";
  return null;
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
