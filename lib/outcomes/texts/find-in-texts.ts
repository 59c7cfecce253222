import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { toInt32Column } from "../columns/column-bytes.ts";
import { nameOfColumns } from "../columns/derived.ts";
import { inOneMoment } from "../columns/in-one-moment.ts";
import { memoryOf } from "../columns/remembered.ts";
import type { RunOutcomes, VersionCases } from "../run-outcomes.ts";
import {
  answerBytesSql,
  questionBytesSql,
  readAnswerTextsSql,
  readKeyTextsSql,
  readQuestionTextsSql,
  textBorder,
} from "./read-texts-sql.ts";
import { placesHolding, type TextColumn, textColumn } from "./text-column.ts";

/** A text to look for, folded by the database: as it is, and as it is written within JSON. */
export type Needle = { plain: Buffer; inJson: Buffer };

/** Larger ones are looked through by the database, row by row. */
const mostBytes = 96 * 1024 * 1024;
const remembered = memoryOf<TextColumn>(
  256 * 1024 * 1024,
  ({ bytes, ends }) => bytes.byteLength + ends.byteLength,
);

/** Null for a text that no column can be looked through for. */
export async function needleOf(search: string): Promise<Needle | null> {
  const text = search.trim().toWellFormed().replaceAll("\0", "");
  if (text === "" || text.includes(textBorder)) return null;
  const json = JSON.stringify(text).slice(1, -1);
  const { rows } = await pool().query<{ plain: string; inJson: string }>(
    `select lower($1::text) as plain, lower($2::text) as "inJson"`,
    [text, json],
  );
  const [folded] = rows;
  return folded ? { plain: Buffer.from(folded.plain), inJson: Buffer.from(folded.inJson) } : null;
}

/**
 * 1 for each case of a dataset version, by its place, whose key, input or expected value holds the text. Null where the texts are too
 * large to be kept in memory.
 */
export async function casesHolding(
  ctx: Context,
  { datasetVersionId, caseNumbers }: VersionCases,
  { plain, inJson }: Needle,
): Promise<Uint8Array | null> {
  const ids = [ctx.workspaceId, datasetVersionId];
  const key = ids.join(" ");
  const read = async (sql: string) => await readColumn(sql, ids);
  if (!(await isSmall(`${key} size`, questionBytesSql, ids, caseNumbers.length))) return null;
  const [keys, questions] = await Promise.all([
    remembered(`${key} keys`, async () => await read(readKeyTextsSql)),
    remembered(`${key} questions`, async () => await read(readQuestionTextsSql)),
  ]);
  const marks = placesHolding(keys, plain).slice();
  const inQuestions = placesHolding(questions, inJson);
  for (let place = 0; place < marks.length; place += 1) marks[place] ||= inQuestions[place] ?? 0;
  return marks;
}

/**
 * 1 for each attempt of a run that has ended, by its place, whose answer or error holds the text; null as above. The texts belong to the
 * columns of the run and are forgotten with them.
 */
export async function attemptsHolding(
  ctx: Context,
  outcomes: RunOutcomes,
  { plain }: Needle,
): Promise<Uint8Array | null> {
  const ids = [ctx.workspaceId, outcomes.runId];
  const key = `${ids.join(" ")} ${nameOfColumns(outcomes)}`;
  if (!(await isSmall(`${key} size`, answerBytesSql, ids, outcomes.verdicts.length))) return null;
  const answers = await remembered(key, async () => await readColumn(readAnswerTextsSql, ids));
  return placesHolding(answers, plain);
}

const sizes = memoryOf<number>(1_000_000, () => 100);

async function isSmall(key: string, sql: string, ids: readonly string[], count: number): Promise<boolean> {
  const bytes = await sizes(key, async () => {
    const { rows } = await pool().query<{ bytes: number }>(sql, [...ids]);
    return rows[0]?.bytes ?? 0;
  });
  return bytes * count <= mostBytes;
}

type Read = { texts: string | null; lengths: Buffer | null };

async function readColumn(sql: string, ids: readonly string[]): Promise<TextColumn> {
  const row = await inOneMoment(async (client) => (await client.query<Read>(sql, [...ids])).rows[0]);
  const lengths = toInt32Column(row?.lengths ?? Buffer.alloc(0));
  return textColumn(Buffer.from(row?.texts ?? "", "utf8"), lengths);
}
