import { type RunScope, unitColumn } from "./run-scope.ts";

/**
 * With more units than this they are put into as many groups, by a hash, each unit into one, and groups are drawn instead: what is summed
 * for a run of any size is a small table, and the interval rests on as many independent parts.
 */
const maxGroups = 1_024;

export type UnitGroups = {
  units: number;
  /** How many groups are drawn, where they are not the units themselves. */
  drawn: { groups?: number };
  /** SQL for the group of a grade `s`, for use with `join`. */
  group: string;
  /** SQL that joins to grades `s` what names their unit: nothing, where that is the case. */
  join: string;
};

/** How the grades of a grader fall into independent groups. `$3` is the version of the grader. */
export async function readUnitGroups(scope: RunScope, graderVersionId: string): Promise<UnitGroups> {
  const isCluster = scope.unit === "cluster";
  const unit = isCluster ? unitColumn.cluster : "s.case_id";
  const join = isCluster
    ? `join attempt a using (workspace_id, run_id, case_id, repetition)
       join case_revision r on r.id = a.case_revision_id`
    : "";
  const [row] = await scope.query<{ units: number }>(
    // Not count(distinct), which sorts texts.
    `select count(*)::int as units from (
       select distinct ${unit} from grade s ${join}
       where s.workspace_id = $1 and s.run_id = $2 and s.grader_version_id = $3 and s.status = 'scored'
     ) found`,
    [graderVersionId],
  );
  const units = row?.units ?? 0;
  return units <= maxGroups
    ? { units, drawn: {}, group: unit, join }
    : {
        units,
        drawn: { groups: maxGroups },
        group: `(hashtextextended((${unit})::text, 0) & ${maxGroups - 1})`,
        join,
      };
}
