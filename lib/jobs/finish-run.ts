import { z } from "zod";
import type { JobDefinition } from "./job-definition.ts";

const payloadSchema = z.object({ workspaceId: z.uuid(), runId: z.uuid() });
export type FinishRunPayload = z.infer<typeof payloadSchema>;

/** Stores the scorecard of a run whose shards are done, and ends the run. Safe to run twice. */
export const finishRunJob: JobDefinition<FinishRunPayload> = {
  name: "finish-run",
  payloadSchema,
  logFields: ({ workspaceId, runId }) => ({ workspaceId, runId }),
  heartbeatSeconds: 30,
  retryLimit: 20,
  retryDelaySeconds: 5,
};
