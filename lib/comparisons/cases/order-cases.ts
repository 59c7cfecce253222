import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { everyPlace } from "#lib/outcomes/case-places.ts";
import { worstFirst } from "../columns/case-order.ts";
import { type ComparedColumns, comparedColumns } from "../columns/compared-columns.ts";
import { selectCases } from "../columns/select-cases.ts";
import { type Compared, loadCompared } from "../load-compared.ts";
import type { ComparedCaseFilter, ComparedCaseSort } from "./compared-case-params.ts";
import { findText } from "./find-text.ts";

/** The cases that a filter shows, in their order, as places in `columns.aligned`. */
export type OrderedCases = { compared: Compared; columns: ComparedColumns; places: Int32Array };

/** Null where no run shares a case with the baseline. `loaded` are the runs of the filter, when they were loaded before. */
export async function orderCases(
  ctx: Context,
  filter: ComparedCaseFilter,
  sort: ComparedCaseSort,
  loaded?: Compared,
): Promise<OrderedCases | null> {
  const compared = loaded ?? (await loadCompared(ctx, filter));
  const columns = comparedColumns(compared);
  if (columns === null) return null;
  const found = await findText(ctx, compared, filter.search);
  const places = selectCases(compared, columns, filter, found);
  return { compared, columns, places: await sorted(ctx, { compared, columns, places }, sort) };
}

async function sorted(
  ctx: Context,
  { compared, columns, places }: OrderedCases,
  sort: ComparedCaseSort,
): Promise<Int32Array> {
  switch (sort) {
    case "case.asc":
      return places;
    case "case.desc":
      return places.toReversed();
    case "key.asc":
      return await byKey(ctx, compared, columns, places);
    case "key.desc":
      return (await byKey(ctx, compared, columns, places)).toReversed();
    case "change.asc":
      return byChange(columns, places);
    case "change.desc":
      return byChange(columns, places).toReversed();
  }
}

const orders = new WeakMap<ComparedColumns, Int32Array>();

/** All cases are ordered once for these columns; a filter leaves some of them out. */
function byChange(columns: ComparedColumns, places: Int32Array): Int32Array {
  const order = orders.get(columns) ?? allByChange(columns);
  orders.set(columns, order);
  if (places.length === order.length) return order;
  const isShown = new Uint8Array(order.length);
  for (const place of places) isShown[place] = 1;
  return order.filter((place) => isShown[place] === 1);
}

function allByChange({ aligned, baseline, candidate, buckets, critical }: ComparedColumns): Int32Array {
  const all = everyPlace(aligned.caseNumbers.length);
  const one = aligned.runs[baseline];
  const other = aligned.runs[candidate];
  if (one === undefined || other === undefined) return all;
  return worstFirst(all, { codes: buckets.codes, baseline: one, candidate: other, critical });
}

/** The database knows the keys, and the order in which it sorts texts. */
async function byKey(
  { workspaceId }: Context,
  { baseline }: Compared,
  { aligned }: ComparedColumns,
  places: Int32Array,
): Promise<Int32Array> {
  const { rows } = await pool().query<[number]>({
    text: `select position from "case" where workspace_id = $1 and dataset_id = $2 order by key`,
    values: [workspaceId, baseline.run.dataset.id],
    rowMode: "array",
  });
  const placeOf = new Map(Array.from(places, (place) => [aligned.caseNumbers[place], place]));
  return Int32Array.from(rows.flatMap(([position]) => placeOf.get(position) ?? []));
}

/** A cursor is the number of the last case that was shown. */
export function afterCursor({ columns, places }: OrderedCases, cursor: string | null | undefined): number {
  if (!cursor) return 0;
  const caseNumber = /^\d{1,9}$/.test(cursor) ? Number(cursor) : null;
  const index = places.findIndex((place) => columns.aligned.caseNumbers[place] === caseNumber);
  if (index < 0) {
    throw new AppError("invalid", "The cursor does not belong to this list. Start from the first page.");
  }
  return index + 1;
}
