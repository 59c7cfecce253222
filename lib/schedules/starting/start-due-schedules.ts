import type { Context } from "#lib/context/context.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { newId } from "#lib/ids/new-id.ts";
import { log } from "#lib/log/log.ts";
import { nextStart } from "../timing/cron.ts";
import { startScheduled } from "./start-scheduled.ts";

/** How long a start that failed for no reason of its own (a database that was away) is tried again. */
const patienceMs = 10 * 60_000;
const timeoutMs = 120_000;

/**
 * Starts what is due at `now`, over all workspaces, and says how many schedules were seen to. Any number of workers may do so at once.
 * A schedule that was missed, once or many times, starts once.
 */
export async function startDueSchedules(now: Date): Promise<number> {
  const seen: string[] = [];
  for (;;) {
    const id = await startOneDue(now, seen);
    if (id === null) return seen.length;
    seen.push(id);
  }
}

type Due = {
  id: string;
  workspaceId: string;
  name: string;
  datasetId: string;
  modelIds: string[];
  productionModel: boolean;
  options: unknown;
  cron: string;
  timeZone: string;
  plannedAt: Date;
};

async function startOneDue(now: Date, seen: readonly string[]): Promise<string | null> {
  return await db().$transaction(
    async (tx) => {
      const due = await claimDue(tx, now, seen);
      if (due === undefined) return null;
      await startAndPlanNext(tx, due, now);
      return due.id;
    },
    { timeout: timeoutMs },
  );
}

/** A start that takes longer than its interval would otherwise queue up behind itself. Paused runs wait for a person, and hold up nothing. */
async function refuseWhileUnderWay(
  tx: Transaction,
  { id, workspaceId }: Due,
  requestKey: string,
): Promise<void> {
  const run = await tx.run.findFirst({
    where: {
      workspaceId,
      experiment: { scheduleId: id, requestKey: { not: requestKey } },
      state: { in: ["queued", "running", "cancelling"] },
    },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  if (run === null) return;
  throw new AppError(
    "conflict",
    `Left out: run ${run.number} of the start before is still under way. The next start comes as planned.`,
  );
}

/** Not `for update`: the experiments that the start writes point at this row, and would wait for the lock. */
async function claimDue(tx: Transaction, now: Date, seen: readonly string[]): Promise<Due | undefined> {
  const [due] = await tx.$queryRaw<Due[]>`
    select id, workspace_id as "workspaceId", name, dataset_id as "datasetId", model_ids as "modelIds",
      production_model as "productionModel", options, cron,
      time_zone as "timeZone", next_start_at as "plannedAt"
    from schedule
    where enabled and archived_at is null and next_start_at <= ${now} and id <> all(${seen}::uuid[])
    order by next_start_at, id limit 1
    for no key update skip locked`;
  return due;
}

async function startAndPlanNext(tx: Transaction, due: Due, now: Date): Promise<void> {
  const ctx: Context = {
    workspaceId: due.workspaceId,
    actor: { type: "system", name: "schedule" },
    requestId: newId(),
    now,
  };
  const event = { event: "schedule", scheduleId: due.id, plannedAt: due.plannedAt, requestId: ctx.requestId };
  try {
    // The runs are committed on their own, before this claim: a worker that dies in between leaves the schedule due, and the next one
    // finds these runs by their key.
    const requestKey = `schedule:${due.id}:${due.plannedAt.toISOString()}`;
    await refuseWhileUnderWay(tx, due, requestKey);
    const { experimentId, runIds } = await startScheduled(ctx, { ...due, requestKey });
    await tx.experiment.update({ where: { id: experimentId }, data: { scheduleId: due.id } });
    await planNext(tx, due, now, { lastStartAt: now, lastError: null });
    log.info({ ...event, runIds }, "schedule started");
  } catch (error) {
    log.warn({ ...event, err: error }, "schedule not started");
    if (error instanceof AppError) return await planNext(tx, due, now, { lastError: error.message });
    if (now.getTime() - due.plannedAt.getTime() < patienceMs) return;
    await planNext(tx, due, now, {
      lastError: "Something went wrong on the server; the worker's log has the details.",
    });
  }
}

async function planNext(
  tx: Transaction,
  { id, cron, timeZone }: Due,
  now: Date,
  outcome: { lastStartAt?: Date; lastError: string | null },
): Promise<void> {
  await tx.schedule.update({
    where: { id },
    data: { ...outcome, nextStartAt: nextStart(cron, timeZone, now) },
  });
}
