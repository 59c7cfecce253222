import { executeShardJob } from "./execute-shard.ts";
import { finishRunJob } from "./finish-run.ts";

export const allJobs = [executeShardJob, finishRunJob] as const;
