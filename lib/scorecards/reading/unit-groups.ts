import { type RunScope, unitColumn } from "./run-scope.ts";

/**
 * Beyond this, units are put into so many groups, each unit into one, and groups are drawn instead: what is summed for a run of any size
 * is a small table, and the interval rests on as many independent parts.
 */
const maxGroups = 1_000;

/** SQL for the number of a unit, from 1, over the attempts `a` (with `r`, their revisions, where units are clusters). */
export function unitNumber({ unit }: RunScope): string {
  return `dense_rank() over (order by ${unit === "cluster" ? unitColumn.cluster : unitColumn.case})`;
}

/** SQL for the group of a numbered unit. Units lie apart that are in one group. */
export function unitGroup(number: string): string {
  return `((${number} - 1) % ${maxGroups})::int`;
}

/** SQL that joins what the unit of a run needs to attempts `a`. */
export function unitJoin({ unit }: RunScope): string {
  return unit === "cluster" ? "join case_revision r on r.id = a.case_revision_id" : "";
}

/** How many groups were drawn, where they are not the units themselves. */
export function groupsOf(units: number): { groups?: number } {
  return units > maxGroups ? { groups: maxGroups } : {};
}
