import type { z } from "zod";
import type { LogContext } from "#lib/log/log-context.ts";

/** A kind of job: its queue, what its payload looks like, and how the queue treats it. Handlers live with the worker. */
export type JobDefinition<Payload> = {
  name: string;
  payloadSchema: z.ZodType<Payload>;
  /** What each line that is logged about a job carries. */
  logFields(payload: Payload): LogContext;
  /** Without a heartbeat for this long, the worker counts as dead and the job is given to another one. */
  heartbeatSeconds: number;
  retryLimit: number;
  retryDelaySeconds: number;
};
