import { z } from "zod";
import type { JobDefinition } from "./job-definition.ts";

const payloadSchema = z.object({ workspaceId: z.uuid(), runId: z.uuid(), index: z.number().int() });
export type ExecuteShardPayload = z.infer<typeof payloadSchema>;

/** Works through one shard of a run. Safe to run twice: stored attempts are not made again. */
export const executeShardJob: JobDefinition<ExecuteShardPayload> = {
  name: "execute-shard",
  payloadSchema,
  logFields: ({ workspaceId, runId }) => ({ workspaceId, runId }),
  heartbeatSeconds: 15,
  retryLimit: 1_000,
  retryDelaySeconds: 2,
};
