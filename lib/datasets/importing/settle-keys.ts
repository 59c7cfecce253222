import type { Transaction } from "#lib/db/database.ts";
import { excerpt } from "#lib/formats/excerpt.ts";
import { type RejectedRows, shownRejectedRows } from "./import-report.ts";

/**
 * Gives every staged row a key of its own. Derived keys that repeat get -2, -3 in the order of the file; a written key that
 * occurs twice rejects the later rows. Returns how many rows are left.
 */
export async function settleKeys(tx: Transaction, rejected: RejectedRows): Promise<number> {
  await tx.$executeRaw`
    update staged_case s set key = case when n.place = 1 then s.key_hash else s.key_hash || '-' || n.place end
    from (select seq, row_number() over (partition by key_hash order by seq) as place from staged_case where key is null) n
    where n.seq = s.seq`;
  await tx.$executeRaw`
    create temporary table repeated_case on commit drop as
    select seq, line, excerpt, key, first_line
    from (select seq, line, excerpt, key, first_value(line) over same_key as first_line, row_number() over same_key as place
      from staged_case window same_key as (partition by key order by seq)) numbered
    where place > 1`;
  const repeated = await tx.$queryRaw<
    { line: number; excerpt: string; key: string; first_line: number; total: bigint }[]
  >`
    select line, excerpt, key, first_line, count(*) over () as total from repeated_case order by seq limit ${shownRejectedRows}`;
  for (const row of repeated) {
    const reason = `The key "${excerpt(row.key)}" is already used on line ${row.first_line}. A key names one case: change it, or remove one of the rows.`;
    rejected.add({ line: row.line, reason, excerpt: row.excerpt });
  }
  rejected.count += Number(repeated[0]?.total ?? 0n) - repeated.length;
  await tx.$executeRaw`delete from staged_case s using repeated_case r where r.seq = s.seq`;
  await tx.$executeRaw`analyze staged_case`;
  const [left] = await tx.$queryRaw<{ count: bigint }[]>`select count(*) as count from staged_case`;
  return Number(left?.count ?? 0n);
}
