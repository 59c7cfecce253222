import { setImmediate as nextTurn } from "node:timers/promises";
import type { Context } from "#lib/context/context.ts";
import { withPatience } from "#lib/db/with-patience.ts";
import type { GradeInput, GradeUsage } from "#lib/graders/grader-kind.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { factsOfAnswer } from "../grading/attempt-facts.ts";
import { billJudging } from "../grading/bill-judging.ts";
import { gradeAnswer, type RunGrader, type Ungraded } from "../grading/grade-answer.ts";
import { createGradingLanes } from "../grading/grading-lanes.ts";
import type { RunPlan } from "../run-plan.ts";
import type { ShardLease } from "../shard/keep-lease.ts";
import type { Spool } from "../spool/open-spool.ts";
import type { AnsweredAttempt, AttemptRecord } from "./attempt-record.ts";
import { type AttemptRow, attemptRow } from "./attempt-row.ts";
import { keepAnswers } from "./cached-answers.ts";
import type { GradedAttempt } from "./graded-attempt.ts";
import { createGroup } from "./group-commit.ts";
import { storeAttempts } from "./store-attempts.ts";
import { storeGrades } from "./store-grades.ts";

/** Text that waits for the database, or for its grades, beyond this many characters holds up new calls: memory stays flat. */
const charactersBehind = 4_000_000;
/** What an answer weighs beside its text: its prompt, its case, its row. */
const charactersBeside = 4_000;
/** Answers that are safe already wait this long for others: a statement for one costs as much as a statement for ten. */
const gatherMs = 50;
/** What was paid for is kept for this long while the database is away. */
const patienceMs = 10 * 60_000;
/** Graders that work longer than this let answers arrive in between: their latency is measured on this thread. */
const gradingSliceMs = 4;

type Subject = { key: string; input: unknown; expected: unknown; metadata: Record<string, unknown> };
type Ended = { attempt: AttemptRecord; row: AttemptRow; subject: Subject; cacheKey: Buffer | null };
type Setting = Pick<RunPlan, "answerRound" | "gradeRound" | "concurrency"> & {
  graders: readonly RunGrader[];
  verdictRule: VerdictRule;
  lease: Pick<ShardLease, "halt" | "signals">;
  isCancelled: boolean;
};

export type AttemptBatcher = {
  /**
   * Resolves when there is room for more. `onSafe` is called once, when the attempt cannot be lost any more by a kill of this process.
   */
  store(ended: Omit<Ended, "row">, onSafe: () => void): Promise<void>;
  /** Grades an answer that is stored already. Resolves at once, or when there is room for more. */
  grade(answer: Ungraded): Promise<void>;
  /** Whether as many answers wait for a judge as may: then nothing new is asked before there is `room`. */
  isFull(): boolean;
  room(): Promise<void>;
  /** Resolves when everything is stored and graded, as far as the run goes on. Rejects with the first error that was met. */
  drain(): Promise<void>;
};

/**
 * Stores ended attempts and grades them, in batches of whatever has come while the batch before was at work: one answer alone waits for
 * nobody, and many share one statement. Quick graders judge a batch on its way into the database, and answers and grades are committed
 * together. `storeFirst` commits each answer before it is graded, for a shard on which a worker has died. Where graders ask somebody,
 * every answer is stored first and judged a few at a time.
 */
export function createAttemptBatcher(
  ctx: Context,
  shard: { runId: string; index: number },
  plan: Setting,
  { storeFirst, spool }: { storeFirst: boolean; spool: Spool | null },
): AttemptBatcher {
  const keeping = createGroup<GradedAttempt>({
    gatherMs: 0,
    weigh: () => charactersBeside,
    work: async (graded) =>
      await withPatience(patienceMs, () => storeGrades(ctx, shard, plan.gradeRound, graded)),
  });
  const keep = (graded: GradedAttempt) => void keeping.add(graded).catch(() => undefined);
  // Once only: what a try that failed on its way back has counted would be counted twice.
  const bill = async (usage: GradeUsage) => await billJudging(ctx, shard, usage);
  const asksSomebody = plan.graders.some(({ grader }) => grader.execution !== "inline");
  const lanes = asksSomebody ? createGradingLanes({ ...plan, width: plan.concurrency, keep, bill }) : null;
  const addUngraded = (answer: Ungraded) =>
    lanes === null ? void grading.add(answer).catch(() => undefined) : lanes.add(answer);
  const grading = createGroup<Ungraded>({
    gatherMs: 0,
    weigh: ({ input }) => input.output.length + charactersBeside,
    async work(batch) {
      const graded = await inSlices(batch, ({ input, ...key }) => gradeAnswer(plan, key, input));
      await withPatience(patienceMs, () => storeGrades(ctx, shard, plan.gradeRound, graded));
    },
  });
  const storing = createGroup<Ended>({
    gatherMs: spool === null ? 0 : gatherMs,
    weigh: ({ attempt }) => (attempt.outcome === "answered" ? attempt.output.length : 0) + charactersBeside,
    async work(batch) {
      const judge = ({ attempt, subject }: Ended) =>
        storeFirst || asksSomebody || attempt.outcome === "errored"
          ? null
          : gradeAnswer(plan, attempt, gradeInput(subject, attempt));
      const records = await inSlices(batch, (ended) => ({ ...ended, graded: judge(ended) }));
      const stored = await withPatience(patienceMs, () => storeAttempts(ctx, shard, plan, records));
      for (const { attempt, graded, subject } of stored) {
        if (graded !== null || attempt.outcome === "errored") continue;
        const { caseId, repetition } = attempt;
        addUngraded({ caseId, repetition, input: gradeInput(subject, attempt) });
      }
      await keepAnswers(
        ctx,
        stored.flatMap(({ attempt, cacheKey }) =>
          attempt.outcome === "errored" || attempt.fromCache || cacheKey === null
            ? []
            : [{ key: cacheKey, attempt }],
        ),
      );
    },
  });
  return {
    async store(ended, onSafe) {
      const row = attemptRow(ended.attempt, plan.answerRound);
      const isSafe = (await spool?.keep(row)) ?? false;
      if (isSafe) onSafe();
      const stored = storing.add({ ...ended, row }).finally(isSafe ? undefined : onSafe);
      // Told below, also when grading fails first.
      stored.catch(() => undefined);
      if (grading.weight() > charactersBehind) await grading.settled();
      if (!isSafe || storing.hasFailed() || storing.weight() > charactersBehind) await stored;
    },
    async grade(answer) {
      addUngraded(answer);
      if (grading.weight() > charactersBehind) await grading.settled();
    },
    isFull: () => lanes?.isFull() ?? false,
    room: async () => await lanes?.room(),
    async drain() {
      try {
        await storing.settled();
        spool?.remove();
      } finally {
        spool?.close();
      }
      await grading.settled();
      await lanes?.settled();
      await keeping.settled();
    },
  };
}

function gradeInput(
  { key: caseKey, input, expected, metadata }: Subject,
  attempt: AnsweredAttempt,
): GradeInput {
  return { input, expected, metadata, output: attempt.output, caseKey, attempt: factsOfAnswer(attempt) };
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
