import { setImmediate as nextTurn } from "node:timers/promises";
import type { Context } from "#lib/context/context.ts";
import { withPatience } from "#lib/db/with-patience.ts";
import type { GradeInput } from "#lib/graders/grader-kind.ts";
import type { RunPlan } from "../run-plan.ts";
import type { Spool } from "../spool/open-spool.ts";
import type { AttemptRecord } from "./attempt-record.ts";
import { type AttemptRow, attemptRow } from "./attempt-row.ts";
import { keepAnswers } from "./cached-answers.ts";
import { gradeAnswer } from "./grade-answer.ts";
import { storeAttempts } from "./store-attempts.ts";
import { storeGrades } from "./store-grades.ts";

const rowsPerStatement = 250;
/** Answers that wait for their grades beyond this many hold up new calls: memory stays flat when grading is slow. */
const gradesBehind = 1_000;
/** What was paid for is kept for this long while the database is away. */
const patienceMs = 10 * 60_000;
/** Graders that work longer than this let answers arrive in between: their latency is measured on this thread. */
const gradingSliceMs = 4;

type Subject = { input: unknown; expected: unknown; metadata: Record<string, unknown> };
type Ended = { attempt: AttemptRecord; row: AttemptRow; subject: Subject; cacheKey: Buffer | null };
type Ungraded = { caseId: string; repetition: number; input: GradeInput };

export type AttemptBatcher = {
  /**
   * Resolves when there is room for more. `onSafe` is called once, when the attempt cannot be lost any more by a kill of this process.
   */
  store(ended: Omit<Ended, "row">, onSafe: () => void): Promise<void>;
  /** Grades an answer that is stored already. Resolves at once, or when there is room for more. */
  grade(answer: Ungraded): Promise<void>;
  /** Resolves when everything is stored and graded. Rejects with the first error that was met. */
  drain(): Promise<void>;
};

/**
 * Stores ended attempts and grades them, in batches of whatever has come while the batch before was at work: one answer alone waits for
 * nobody, and many share one statement. Quick graders judge a batch on its way into the database, and answers and grades are committed
 * together. `storeFirst` commits each answer before it is graded, for a shard on which a worker has died.
 */
export function createAttemptBatcher(
  ctx: Context,
  shard: { runId: string; index: number },
  plan: Pick<RunPlan, "graders" | "answerRound" | "gradeRound">,
  { storeFirst, spool }: { storeFirst: boolean; spool: Spool | null },
): AttemptBatcher {
  const grading = createGroup<Ungraded>(async (batch) => {
    const graded = await inSlices(batch, ({ input, ...key }) => gradeAnswer(plan.graders, key, input));
    await withPatience(patienceMs, () => storeGrades(ctx, shard, plan.gradeRound, graded));
  });
  const storing = createGroup<Ended>(async (batch) => {
    const judge = ({ attempt, subject }: Ended) =>
      storeFirst || attempt.outcome === "errored"
        ? null
        : gradeAnswer(plan.graders, attempt, { ...subject, output: attempt.output });
    const records = await inSlices(batch, (ended) => ({ ...ended, graded: judge(ended) }));
    const stored = await withPatience(patienceMs, () => storeAttempts(ctx, shard, plan, records));
    for (const { attempt, graded, subject } of stored) {
      if (graded !== null || attempt.outcome === "errored") continue;
      const { caseId, repetition, output } = attempt;
      grading.add({ caseId, repetition, input: { ...subject, output } }).catch(() => undefined);
    }
    await keepAnswers(
      ctx,
      stored.flatMap(({ attempt, cacheKey }) =>
        attempt.outcome === "errored" || attempt.fromCache || cacheKey === null
          ? []
          : [{ key: cacheKey, attempt }],
      ),
    );
  });
  return {
    async store(ended, onSafe) {
      const row = attemptRow(ended.attempt, plan.answerRound);
      const isSafe = spool?.keep(row) ?? false;
      if (isSafe) onSafe();
      const stored = storing.add({ ...ended, row }).finally(isSafe ? undefined : onSafe);
      // Told below, also when grading fails first.
      stored.catch(() => undefined);
      if (grading.size() > gradesBehind) await grading.settled();
      await stored;
    },
    async grade(answer) {
      grading.add(answer).catch(() => undefined);
      if (grading.size() > gradesBehind) await grading.settled();
    },
    async drain() {
      try {
        await storing.settled();
        spool?.remove();
      } finally {
        spool?.close();
      }
      await grading.settled();
    },
  };
}

async function inSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let sliceStartedAt = performance.now();
  for (const item of items) {
    results.push(work(item));
    if (performance.now() - sliceStartedAt < gradingSliceMs) continue;
    await nextTurn();
    sliceStartedAt = performance.now();
  }
  return results;
}

type Group<Item> = {
  /** Resolves when the item's batch is done. */
  add(item: Item): Promise<void>;
  size(): number;
  /** Resolves when nothing is left; rejects with the first error of any batch. After an error every item is refused. */
  settled(): Promise<void>;
};

/** Group commit: while one batch is at work the next one gathers. */
function createGroup<Item>(work: (batch: Item[]) => Promise<void>): Group<Item> {
  let waiting: { item: Item; resolve(): void; reject(error: unknown): void }[] = [];
  let running: Promise<void> | null = null;
  let failure: { error: unknown } | null = null;
  let size = 0;

  async function run(): Promise<void> {
    // Answers that arrive in the same turn of the event loop belong together.
    await nextTurn();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, rowsPerStatement);
      waiting = waiting.slice(rowsPerStatement);
      try {
        if (failure !== null) throw failure.error;
        await work(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        failure ??= { error };
        for (const { reject } of batch) reject(error);
      }
      size -= batch.length;
    }
    running = null;
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        size += 1;
        waiting.push({ item, resolve, reject });
        running ??= run();
      }),
    size: () => size,
    async settled() {
      while (running !== null) await running;
      if (failure !== null) throw failure.error;
    },
  };
}
