import { AsyncLocalStorage } from "node:async_hooks";

/** What every line that is logged while a piece of work is done carries besides its own. */
export type LogContext = Partial<Record<"requestId" | "runId" | "workerId" | "workspaceId", string>>;

const storage = new AsyncLocalStorage<LogContext>();

/** Does the work; each line that it logs, however deep, carries these fields and those of the work around it. */
export function withLogContext<Result>(fields: LogContext, work: () => Result): Result {
  return storage.run({ ...storage.getStore(), ...fields }, work);
}

export function logContext(): LogContext {
  return storage.getStore() ?? {};
}
