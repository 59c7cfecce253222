import { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { AttemptOrder } from "./attempt-filter.ts";

/** The place of an attempt in a list: what it is sorted by, then position and repetition, which no two attempts share. */
export type AttemptPlace = { place: number; position: number; repetition: number };

/** What the list is sorted by. Attempts without the value come last in both directions. */
export function placeSql({ sort, direction }: AttemptOrder): Prisma.Sql {
  const missing = Prisma.raw(direction === "ascending" ? "'infinity'::float8" : "'-infinity'::float8");
  switch (sort) {
    case "position":
      return Prisma.sql`r.position::float8`;
    case "latency":
      return Prisma.sql`coalesce(a.latency_ms, ${missing})`;
    case "cost":
      return Prisma.sql`coalesce(a.cost_micro_usd::float8, ${missing})`;
  }
}

export function cursorOf({ place, position, repetition }: AttemptPlace): string {
  return `${place}:${position}:${repetition}`;
}

export function parseCursor(cursor: string): AttemptPlace {
  const match = /^(-?(?:[\d.]+(?:e[+-]?\d+)?|Infinity)):(\d{1,9}):(\d{1,5})$/.exec(cursor);
  const place = Number(match?.[1]);
  if (match === null || Number.isNaN(place)) {
    throw new AppError("invalid", "The cursor does not belong to this list.");
  }
  return { place, position: Number(match[2]), repetition: Number(match[3]) };
}

/** Rows of a list after this place, in this direction. */
export function beyondSql(
  columns: Prisma.Sql,
  { place, position, repetition }: AttemptPlace,
  direction: AttemptOrder["direction"],
): Prisma.Sql {
  const beyond = Prisma.raw(direction === "ascending" ? ">" : "<");
  return Prisma.sql`(${columns}) ${beyond} (${String(place)}::float8, ${position}::int, ${repetition}::int)`;
}
