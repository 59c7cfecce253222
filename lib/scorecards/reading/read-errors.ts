import type { Scorecard } from "../scorecard.ts";
import type { RunScope } from "./run-scope.ts";

type Row = { errorClass: string; count: number; messages: { message: string; count: number }[] };

/** The words of a class: those that were said most often. */
const shownMessages = 3;

const sql = `
  with said as (
    select coalesce(error_code, error_class) as error_class, left(error_message, 300) as message, count(*)::int as count
    from attempt where workspace_id = $1 and run_id = $2 and verdict = 'errored' group by 1, 2
  ), ranked as (
    select *, row_number() over (partition by error_class order by count desc, message) as rank,
      sum(count) over (partition by error_class) as total
    from said
  )
  select error_class as "errorClass", total::int as count,
    jsonb_agg(jsonb_build_object('message', message, 'count', count) order by rank) as messages
  from ranked where rank <= ${shownMessages}
  group by error_class, total order by total desc, error_class limit 20`;

/** The errors of a run by what happened (their code, or their class where no code was kept), the most frequent first, each with what was said most often. */
export async function readErrors(scope: RunScope): Promise<Scorecard["errors"]> {
  const rows = await scope.query<Row>(sql);
  return rows.map((row) => ({ ...row, example: row.messages[0]?.message ?? "" }));
}
