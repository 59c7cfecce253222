import { pool } from "#lib/db/database.ts";
import { type RunScope, scopeValues } from "./run-scope.ts";
import type { Scorecard } from "./scorecard.ts";

/** The errors of a run by class, the most frequent first, each with one message. */
export async function readErrors(scope: RunScope): Promise<Scorecard["errors"]> {
  const { rows } = await pool().query<Scorecard["errors"][number]>(
    `select error_class as "errorClass", count(*)::int as count, left(min(error_message), 300) as example
     from attempt where workspace_id = $1 and run_id = $2 and outcome = 'errored'
     group by error_class order by count(*) desc limit 20`,
    scopeValues(scope),
  );
  return rows;
}
