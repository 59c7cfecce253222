import { newId } from "#lib/ids/new-id.ts";
import { barSchema } from "../bar/bar-schema.ts";
import type { Board, Candidate } from "../board/board-schema.ts";

const graderId = newId();

/** A model on a board, clearing the bar unless told otherwise. */
export function testCandidate({ name, ...more }: Partial<Candidate> & { name: string }): Candidate {
  return {
    run: { id: newId(), number: 1, finishedAt: null },
    model: { id: newId(), name, versionId: newId(), version: 1 },
    datasetVersion: { id: newId(), number: 1 },
    graders: [{ graderId, name: "Exact match", versionId: newId(), version: 1 }],
    hosting: "outside",
    licence: "",
    prices: { inputPrice: 1_000_000, outputPrice: 2_000_000, cachedInputPrice: null },
    parametersBillion: null,
    size: null,
    passRate: { value: 0.94, lower: 0.91, upper: 0.96, n: 500, method: "Wilson interval" },
    latencyP95Ms: null,
    costPer1000: null,
    rules: [],
    standing: "clears",
    casesNeeded: null,
    casesLeft: 0,
    repetitions: 1,
    dominatedBy: null,
    ...more,
  };
}

export function testBoard(candidates: Candidate[]): Board {
  return {
    form: 1,
    dataset: { id: newId(), name: "Tickets" },
    bar: barSchema.parse({}),
    candidates,
    cheapestRunId: null,
    headline: "small is the cheapest model that provably clears the bar.",
    notes: [],
    nearBest: null,
    earnings: null,
  };
}
