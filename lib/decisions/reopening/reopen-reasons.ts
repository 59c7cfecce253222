import type { Board, Candidate, FrozenPrices } from "../board/board-schema.ts";
import type { Contradiction } from "./contradiction.ts";

export type ReopenReason = {
  kind: "dataset version" | "grader version" | "model version" | "price" | "later run";
  sentence: string;
  /** What the reason is about, for a link to it. */
  subject: { type: "dataset" | "grader" | "model" | "run"; id: string };
};

/** What is true now of the things that a decision has pinned. What is not known (archived, gone) is left out. */
export type NowFacts = {
  /** Number of the newest published version, by dataset id. */
  datasets: ReadonlyMap<string, number>;
  /** Number of the newest version, by grader id and by model id. */
  graders: ReadonlyMap<string, number>;
  models: ReadonlyMap<string, number>;
  /** By model version id. */
  prices: ReadonlyMap<string, FrozenPrices>;
};

type Decided = { evidence: Board; chosenRunId: string; contradictions: readonly Contradiction[] };

/** Why a decision has to be looked at again: what it rests on has a newer version or another price, or a later run contradicts it. */
export function reopenReasons(
  { evidence, chosenRunId, contradictions }: Decided,
  now: NowFacts,
): ReopenReason[] {
  const chosen = evidence.candidates.find(({ run }) => run.id === chosenRunId);
  if (chosen === undefined) return [];
  return [
    ...contradictions.map(laterRun),
    ...newerDataset(evidence, chosen, now),
    ...newerGraders(chosen, now),
    ...newerModel(chosen, now),
    ...otherPrices(evidence, chosen, now),
  ];
}

function laterRun({ runId, sentence }: Contradiction): ReopenReason {
  return { kind: "later run", sentence, subject: { type: "run", id: runId } };
}

function newerDataset({ dataset }: Board, { datasetVersion }: Candidate, now: NowFacts): ReopenReason[] {
  const newest = now.datasets.get(dataset.id) ?? 0;
  if (newest <= datasetVersion.number) return [];
  return [
    {
      kind: "dataset version",
      sentence: `${dataset.name} has version ${newest}; this was decided on version ${datasetVersion.number}.`,
      subject: { type: "dataset", id: dataset.id },
    },
  ];
}

function newerGraders({ graders }: Candidate, now: NowFacts): ReopenReason[] {
  return graders.flatMap(({ graderId, name, version }) => {
    const newest = now.graders.get(graderId) ?? 0;
    if (newest <= version) return [];
    return [
      {
        kind: "grader version" as const,
        sentence: `The grader ${name} has version ${newest}; the answers were judged by version ${version}.`,
        subject: { type: "grader" as const, id: graderId },
      },
    ];
  });
}

function newerModel({ model }: Candidate, now: NowFacts): ReopenReason[] {
  const newest = now.models.get(model.id) ?? 0;
  if (newest <= model.version) return [];
  return [
    {
      kind: "model version",
      sentence: `${model.name} has version ${newest}; version ${model.version} was chosen.`,
      subject: { type: "model", id: model.id },
    },
  ];
}

/** The chosen model's price, and those of the models that could have been chosen instead. */
function otherPrices({ candidates }: Board, chosen: Candidate, now: NowFacts): ReopenReason[] {
  return candidates
    .filter((one) => one.run.id === chosen.run.id || one.standing === "clears")
    .flatMap(({ run, model, prices }) => {
      const current = now.prices.get(model.versionId);
      if (current === undefined || samePrices(prices, current)) return [];
      const role = run.id === chosen.run.id ? "was chosen" : "cleared the bar as well";
      return [
        {
          kind: "price" as const,
          sentence: `The price of ${model.name}, which ${role}, is another one now: ${priceWords(prices)} then, ${priceWords(current)} now, per million tokens.`,
          subject: { type: "model" as const, id: model.id },
        },
      ];
    });
}

function samePrices(one: FrozenPrices, other: FrozenPrices): boolean {
  return (
    one.inputPrice === other.inputPrice &&
    one.outputPrice === other.outputPrice &&
    one.cachedInputPrice === other.cachedInputPrice
  );
}

function priceWords({ inputPrice, outputPrice, cachedInputPrice }: FrozenPrices): string {
  const cached = cachedInputPrice === null ? "" : `, ${dollars(cachedInputPrice)} cached`;
  return `${dollars(inputPrice)} in, ${dollars(outputPrice)} out${cached}`;
}

function dollars(microUsd: number | null): string {
  if (microUsd === null) return "unknown";
  const usd = microUsd / 1_000_000;
  return `$${usd.toFixed(Number.isInteger(usd * 100) ? 2 : 4)}`;
}
