import { z } from "zod";

export type Page<Item> = { items: Item[]; nextCursor: string | null };

export const pageInputSchema = z.object({
  cursor: z.string().max(400).nullish(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** A query asks for one row more than the limit; that row says whether there is another page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}
