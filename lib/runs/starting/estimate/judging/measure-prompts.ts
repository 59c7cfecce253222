import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { openGrader } from "#lib/graders/open-grader.ts";
import type { GraderServices } from "#lib/graders/services/grader-services.ts";
import { embeddingKey } from "#lib/graders/services/prices/call-prices.ts";
import { noUsage } from "#lib/graders/services/usage.ts";

export type JudgedCase = { input: unknown; expected: unknown; metadata: Record<string, unknown> };

/** Means over the cases for one answer, by who is asked: the id of a judge's model version, or an `embeddingKey`. */
export type MeasuredPrompts = ReadonlyMap<string, { calls: number; characters: number; answers: number }>;

const samples = 30;
const maxCaseBytes = 100_000;
/** Stands for the answer, and is found again in the prompts. */
const marker = "answer0of0touchstone";
const notAsked = {
  type: "failed",
  reason: "Nobody is asked: the prompts are counted.",
  usage: noUsage,
} as const;

/** The first cases of a dataset's working copy that are no longer than 100 kB. */
export async function listJudgedCases(ctx: Context, datasetId: string): Promise<JudgedCase[]> {
  return await db().$queryRaw<JudgedCase[]>`
    select input, expected, metadata from case_revision
    where dataset_id = ${datasetId}::uuid and workspace_id = ${ctx.workspaceId}::uuid and is_head and not archived
      and octet_length(input::text) + octet_length(metadata::text) <= ${maxCaseBytes}
    order by position
    limit ${samples}`;
}

/**
 * Lets a grader judge a stand-in for an answer to each case, with services that count what they are asked and ask nobody. A kind that
 * asks a second time only after the first answer is taken to ask as much again.
 */
export async function measurePrompts(
  grader: { kind: string; config: unknown; callsPerAnswer: number },
  cases: readonly JudgedCase[],
): Promise<MeasuredPrompts> {
  const sums = new Map<string, { calls: number; characters: number; answers: number }>();
  let asked = 0;
  const count = (key: string, texts: readonly string[]) => {
    asked += 1;
    const sum = sums.get(key) ?? { calls: 0, characters: 0, answers: 0 };
    const answers = texts.reduce((found, text) => found + text.split(marker).length - 1, 0);
    const characters = texts.reduce((length, text) => length + text.length, 0) - answers * marker.length;
    sums.set(key, {
      calls: sum.calls + 1,
      characters: sum.characters + characters,
      answers: sum.answers + answers,
    });
  };
  const opened = openGrader({ ...grader, direction: "higher", threshold: 0.5 }, countingServices(count));
  if (opened.execution === "inline") return new Map();
  let judged = 0;
  for (const { input, expected, metadata } of cases) {
    const before = asked;
    await opened.grade({ input, expected, metadata, output: marker }, new AbortController().signal);
    if (asked > before) judged += 1;
  }
  const factor = asked === 0 ? 0 : (judged * grader.callsPerAnswer) / asked / cases.length;
  return new Map(
    [...sums].map(([key, { calls, characters, answers }]) => [
      key,
      { calls: calls * factor, characters: characters * factor, answers: answers * factor },
    ]),
  );
}

function countingServices(count: (key: string, texts: readonly string[]) => void): GraderServices {
  return {
    judges: {
      ask: async ({ modelVersionId, messages }) => {
        count(
          modelVersionId,
          messages.map(({ content }) => content),
        );
        return notAsked;
      },
    },
    embeddings: {
      embed: async ({ texts, ...place }) => {
        count(embeddingKey(place), texts);
        return notAsked;
      },
    },
    webhooks: { post: async () => notAsked },
    programs: {
      run: async () => ({ type: "stopped", limit: "unavailable", phase: null, reason: notAsked.reason }),
    },
  };
}
