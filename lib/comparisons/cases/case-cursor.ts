import { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { ComparedCaseSort } from "./compared-case-params.ts";

/** Where a row stands in the order of a list; the id settles ties between cases of two datasets. */
export type CasePlace = { caseId: string; key: string; position: number };

export function formatCursor(place: CasePlace, sort: ComparedCaseSort): string {
  return `${place.caseId} ${sort.startsWith("key") ? place.key : place.position}`;
}

const cursorPattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (.+)$/s;

/** The condition for rows after a cursor. */
export function afterCursor(cursor: string | null | undefined, sort: ComparedCaseSort): Prisma.Sql {
  if (!cursor) return Prisma.empty;
  const [, caseId, value = ""] = cursorPattern.exec(cursor) ?? [];
  const byKey = sort.startsWith("key");
  if (caseId === undefined || !(byKey || /^\d{1,9}$/.test(value))) {
    throw new AppError("invalid", "The cursor does not belong to this list. Start from the first page.");
  }
  const beyond = Prisma.raw(sort.endsWith("asc") ? ">" : "<");
  return byKey
    ? Prisma.sql`and (c.key, c.id) ${beyond} (${value}, ${caseId}::uuid)`
    : Prisma.sql`and (c.position, c.id) ${beyond} (${Number(value)}::int, ${caseId}::uuid)`;
}

export function caseOrder(sort: ComparedCaseSort): Prisma.Sql {
  const direction = sort.endsWith("asc") ? "asc" : "desc";
  return Prisma.raw(`c.${sort.startsWith("key") ? "key" : "position"} ${direction}, c.id ${direction}`);
}

export function reversed(sort: ComparedCaseSort): ComparedCaseSort {
  switch (sort) {
    case "position.asc":
      return "position.desc";
    case "position.desc":
      return "position.asc";
    case "key.asc":
      return "key.desc";
    case "key.desc":
      return "key.asc";
  }
}
