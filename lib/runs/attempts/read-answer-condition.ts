import { z } from "zod";
import { pool } from "#lib/db/database.ts";
import { createLabelReader, otherLabel } from "../labels/create-label-reader.ts";

/** Which answers belong to a column of the confusion matrix: those in the list, or all others. */
export type AnswerCondition = { type: "is" | "is-not"; outputs: readonly string[] };

const labelsSchema = z.array(z.string()).catch([]);

const labelsSql = `
  select payload -> 'classification' -> 'labels' as labels
  from scorecard where workspace_id = $1 and run_id = $2`;

/** No label is longer than 60 characters, so longer answers read as none. */
const answersSql = `
  select distinct left(btrim(output, E' \\n\\r\\t'), 200) as output
  from attempt
  where workspace_id = $1 and run_id = $2 and outcome = 'answered' and length(btrim(output, E' \\n\\r\\t')) <= 120`;

/** Reads answers as labels in the same way as the confusion matrix does. Without a matrix, an answer is its own label. */
export async function readAnswerCondition(
  { workspaceId, runId }: { workspaceId: string; runId: string },
  actual: string,
): Promise<AnswerCondition> {
  const [stored, answers] = await Promise.all([
    pool().query<{ labels: unknown }>(labelsSql, [workspaceId, runId]),
    pool().query<{ output: string }>(answersSql, [workspaceId, runId]),
  ]);
  const labels = labelsSchema.parse(stored.rows[0]?.labels).filter((label) => label !== otherLabel);
  const outputs = answers.rows.map((row) => row.output);
  if (labels.length === 0) return { type: "is", outputs: outputs.filter((output) => output === actual) };
  const read = createLabelReader(new Set(labels));
  return actual === otherLabel
    ? { type: "is-not", outputs: outputs.filter((output) => read(output) !== otherLabel) }
    : { type: "is", outputs: outputs.filter((output) => read(output) === actual) };
}
