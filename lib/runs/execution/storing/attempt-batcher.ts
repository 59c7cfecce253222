import { setImmediate as nextTurn } from "node:timers/promises";
import type { Context } from "#lib/context/context.ts";
import { withPatience } from "#lib/db/with-patience.ts";
import { factsOfAnswer } from "../grading/attempt-facts.ts";
import { gradeAnswer, type RunGrader, type Ungraded } from "../grading/grade-answer.ts";
import { createGradingLanes } from "../grading/grading-lanes.ts";
import type { RunPlan } from "../run-plan.ts";
import type { ShardLease } from "../shard/keep-lease.ts";
import { type AttemptRecord, attemptKey } from "./attempt-record.ts";
import { keepAnswers } from "./cached-answers.ts";
import { storeAttempts } from "./store-attempts.ts";
import { type GradedAttempt, storeGrades } from "./store-grades.ts";

const rowsPerStatement = 250;
/** Answers that wait for their grades beyond this many hold up new calls: memory stays flat when grading is slow. */
const gradesBehind = 1_000;
/** What was paid for is kept for this long while the database is away. */
const patienceMs = 10 * 60_000;
/** Graders that work longer than this let answers arrive in between: their latency is measured on this thread. */
const gradingSliceMs = 4;

type Subject = { key: string; input: unknown; expected: unknown; metadata: Record<string, unknown> };
type Ended = { attempt: AttemptRecord; subject: Subject; cacheKey: Buffer | null };
type Setting = Pick<RunPlan, "answerRound" | "gradeRound" | "concurrency"> & {
  graders: readonly RunGrader[];
  lease: Pick<ShardLease, "halt" | "signals">;
  isCancelled: boolean;
};

export type AttemptBatcher = {
  /** Resolves when the attempt is stored. */
  store(ended: Ended): Promise<void>;
  /** Grades an answer that is stored already. Resolves at once, or when there is room for more. */
  grade(answer: Ungraded): Promise<void>;
  /** Whether as many answers wait for a judge as may: then nothing new is asked before there is `room`. */
  isFull(): boolean;
  room(): Promise<void>;
  /** Resolves when everything is stored and graded, as far as the run goes on. Rejects with the first error that was met. */
  drain(): Promise<void>;
};

/**
 * Stores ended attempts and grades them, each step in batches of whatever has come while the step before was at work: one answer
 * alone waits for nobody, and many share one statement. An answer is committed before it is graded.
 */
export function createAttemptBatcher(
  ctx: Context,
  shard: { runId: string; index: number },
  plan: Setting,
): AttemptBatcher {
  const keeping = createGroup<GradedAttempt>((graded) =>
    withPatience(patienceMs, () => storeGrades(ctx, shard, plan.gradeRound, graded)),
  );
  const keep = (graded: GradedAttempt) => keeping.add(graded).catch(() => undefined);
  const asksSomebody = plan.graders.some(({ grader }) => grader.execution !== "inline");
  const lanes = asksSomebody ? createGradingLanes({ ...plan, width: plan.concurrency, keep }) : null;
  const grading = createGroup<Ungraded>(async (batch) => {
    const graded = await gradeInSlices(plan, batch);
    await withPatience(patienceMs, () => storeGrades(ctx, shard, plan.gradeRound, graded));
  });
  const addUngraded = (answer: Ungraded) =>
    lanes === null ? void grading.add(answer).catch(() => undefined) : lanes.add(answer);
  const storing = createGroup<Ended>(async (batch) => {
    const byKey = new Map(batch.map((ended) => [attemptKey(ended.attempt), ended]));
    const attempts = batch.map(({ attempt }) => attempt);
    const stored = await withPatience(patienceMs, () =>
      storeAttempts(ctx, shard, plan.answerRound, attempts),
    );
    const answers = stored.flatMap((attempt) => {
      const ended = byKey.get(attemptKey(attempt));
      return attempt.outcome === "errored" || ended === undefined ? [] : [{ ...ended, answer: attempt }];
    });
    for (const { answer, subject } of answers) {
      const { caseId, repetition, output } = answer;
      const { key: caseKey, input, expected, metadata } = subject;
      const attempt = factsOfAnswer(answer);
      addUngraded({ caseId, repetition, input: { input, expected, metadata, output, caseKey, attempt } });
    }
    await keepAnswers(
      ctx,
      answers.flatMap(({ answer, cacheKey }) =>
        cacheKey === null || answer.fromCache ? [] : [{ key: cacheKey, attempt: answer }],
      ),
    );
  });
  return {
    async store(ended) {
      const stored = storing.add(ended);
      // Told below, also when grading fails first.
      stored.catch(() => undefined);
      if (grading.size() > gradesBehind) await grading.settled();
      await stored;
    },
    async grade(answer) {
      addUngraded(answer);
      if (grading.size() > gradesBehind) await grading.settled();
    },
    isFull: () => lanes?.isFull() ?? false,
    room: async () => await lanes?.room(),
    async drain() {
      await storing.settled();
      await grading.settled();
      await lanes?.settled();
      await keeping.settled();
    },
  };
}

async function gradeInSlices(
  { graders }: Pick<Setting, "graders">,
  answers: readonly Ungraded[],
): Promise<GradedAttempt[]> {
  const graded: GradedAttempt[] = [];
  let sliceStartedAt = performance.now();
  for (const { input, ...key } of answers) {
    graded.push(gradeAnswer(graders, key, input));
    if (performance.now() - sliceStartedAt < gradingSliceMs) continue;
    await nextTurn();
    sliceStartedAt = performance.now();
  }
  return graded;
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
