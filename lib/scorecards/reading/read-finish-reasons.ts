import type { Scorecard } from "../scorecard.ts";
import type { RunScope } from "./run-scope.ts";

/** How the answers ended, the most frequent first; null where the server did not say. */
export async function readFinishReasons(scope: RunScope): Promise<Scorecard["finishReasons"]> {
  return await scope.query<Scorecard["finishReasons"][number]>(
    `select finish_reason as reason, count(*)::int as count
     from attempt where workspace_id = $1 and run_id = $2 and outcome = 'answered'
     group by 1 order by 2 desc, 1 limit 12`,
  );
}
