import type { Context } from "#lib/context/context.ts";
import type { GradeInput } from "#lib/graders/grader-kind.ts";
import { type AttemptRecord, attemptKey } from "./attempt-record.ts";
import { gradeAnswer } from "./grade-answer.ts";
import type { PlannedGrader } from "./run-plan.ts";
import { storeAttempts } from "./store-attempts.ts";
import { storeGrades } from "./store-grades.ts";

const flushEveryMs = 50;
const flushAtRows = 250;
/** Answers that wait for the database beyond this many hold up new calls: memory stays flat when the database is slow. */
const waitAtRows = 1_000;

type Subject = { input: unknown; expected: unknown; metadata: Record<string, unknown> };
type Entry = { attempt: AttemptRecord; subject: Subject };

export type AttemptBatcher = {
  add(attempt: AttemptRecord, subject: Subject): Promise<void>;
  /** Stores and grades everything that was added. Rejects with the first error that a flush met. */
  drain(): Promise<void>;
};

/** Collects ended attempts and stores them in batches: first the answers, committed, then their grades. */
export function createAttemptBatcher(
  ctx: Context,
  shard: { runId: string; index: number },
  graders: readonly PlannedGrader[],
): AttemptBatcher {
  let waiting: Entry[] = [];
  let flushing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let failure: { error: unknown } | undefined;

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    flushing = flushing.then(async () => {
      const batch = waiting;
      waiting = [];
      if (failure === undefined && batch.length > 0) await storeAndGrade(ctx, shard, graders, batch);
    });
    flushing = flushing.catch((error: unknown) => {
      failure ??= { error };
    });
    return flushing;
  }

  return {
    async add(attempt, subject) {
      if (failure !== undefined) throw failure.error;
      waiting.push({ attempt, subject });
      timer ??= setTimeout(flush, flushEveryMs);
      if (waiting.length === flushAtRows) void flush();
      if (waiting.length >= waitAtRows) await flush();
    },
    async drain() {
      await flush();
      if (failure !== undefined) throw failure.error;
    },
  };
}

async function storeAndGrade(
  ctx: Context,
  shard: { runId: string; index: number },
  graders: readonly PlannedGrader[],
  batch: readonly Entry[],
): Promise<void> {
  const subjects = new Map(batch.map(({ attempt, subject }) => [attemptKey(attempt), subject]));
  const stored = await storeAttempts(
    ctx,
    shard,
    batch.map(({ attempt }) => attempt),
  );
  const graded = stored.flatMap((attempt) => {
    const subject = subjects.get(attemptKey(attempt));
    if (attempt.outcome === "errored" || subject === undefined) return [];
    const input: GradeInput = { ...subject, output: attempt.output };
    return [gradeAnswer(graders, { caseId: attempt.caseId, repetition: attempt.repetition }, input)];
  });
  await storeGrades(ctx, shard, graded);
}
