import type { Context } from "#lib/context/context.ts";
import { containsPattern, containsPatternInJson } from "#lib/datasets/cases/contains-pattern.ts";
import { pool } from "#lib/db/database.ts";
import { endedStates } from "#lib/outcomes/load-run-outcomes.ts";
import { attemptsHolding, casesHolding, needleOf } from "#lib/outcomes/texts/find-in-texts.ts";
import type { Compared } from "../load-compared.ts";

/** $1 is the workspace, $2 the dataset. Three statements, so that they are worked on at the same time. */
const inKeys = (folding: string) =>
  `select position from "case" where workspace_id = $1 and dataset_id = $2 and key${folding} ilike $3`;
const inQuestions = (folding: string) => `
  select position from case_revision where workspace_id = $1 and dataset_id = $2
    and first_version <= any($3::int[]) and (last_version is null or last_version >= any($3::int[]))
    and (input::text${folding} ilike $4 or expected::text${folding} ilike $4)`;
const inAnswers = (folding: string) => `
  select distinct c.position from attempt a join "case" c on c.id = a.case_id
  where a.workspace_id = $1 and c.dataset_id = $2 and a.run_id = any($3::uuid[]) and a.output${folding} ilike $4`;
// Letters are folded by the database's locale, which takes longer than to fold those of ASCII alone; a text of ASCII needs no more.
const asciiFolding = ' collate "C"';
const ascii = /^[ -~]*$/;

const kept = 50;
const remembered = new Map<string, ReadonlySet<number>>();

/** Numbers of the cases that hold the text in their key, input, expected value or any of the answers; null without a text to look for. */
export async function findText(
  ctx: Context,
  { sides, baseline }: Compared,
  search: string,
): Promise<ReadonlySet<number> | null> {
  const { workspaceId } = ctx;
  const text = search.trim();
  if (text === "") return null;
  const inColumns = await findInColumns(ctx, sides, text);
  if (inColumns !== null) return inColumns;
  const key = memoryKey(workspaceId, sides, text);
  const known = key === null ? undefined : remembered.get(key);
  if (known !== undefined) return known;
  const found = await readNumbers([workspaceId, baseline.run.dataset.id], sides, text);
  if (key !== null) remember(key, found);
  return found;
}

/** Reads the texts of the runs into memory, where a search would do so; rows are not looked through. */
export async function readTextsOf(ctx: Context, { sides }: Compared): Promise<void> {
  await findInColumns(ctx, sides, "any text");
}

/** Null where a run has not ended or its texts are too large to be kept: then the rows are looked through. */
async function findInColumns(
  ctx: Context,
  sides: Compared["sides"],
  text: string,
): Promise<ReadonlySet<number> | null> {
  const isSettled = sides.every(({ run }) => run.scores !== null && endedStates.includes(run.state));
  const needle = isSettled ? await needleOf(text) : null;
  if (needle === null) return null;
  const versions = new Set(sides.map(({ version }) => version));
  const found = await Promise.all([
    ...[...versions].map(async (version) => ({
      marks: await casesHolding(ctx, version, needle),
      caseNumbers: version.caseNumbers,
      repetitions: 1,
    })),
    ...sides.map(async ({ outcomes }) => ({
      ...outcomes,
      marks: await attemptsHolding(ctx, outcomes, needle),
    })),
  ]);
  const numbers = new Set<number>();
  for (const { marks, caseNumbers, repetitions } of found) {
    if (marks === null) return null;
    for (let place = marks.indexOf(1); place >= 0; place = marks.indexOf(1, place + 1)) {
      numbers.add(caseNumbers[Math.floor(place / repetitions)] ?? -1);
    }
  }
  return numbers;
}

async function readNumbers(
  scope: readonly [string, string],
  sides: Compared["sides"],
  text: string,
): Promise<ReadonlySet<number>> {
  const folding = ascii.test(text) ? asciiFolding : "";
  const runIds = sides.map(({ run }) => run.id);
  const versions = [...new Set(sides.map(({ run }) => run.dataset.versionNumber))];
  const read = async (sql: string, values: readonly unknown[]) =>
    (await pool().query<{ position: number }>(sql, [...scope, ...values])).rows;
  const found = await Promise.all([
    read(inKeys(folding), [containsPattern(text)]),
    read(inQuestions(folding), [versions, containsPatternInJson(text)]),
    read(inAnswers(folding), [runIds, containsPattern(text)]),
  ]);
  return new Set(found.flat().map(({ position }) => position));
}

/** Answers of runs with a scorecard cannot change until it is computed again. The memory only saves the next page the same search. */
function memoryKey(workspaceId: string, sides: Compared["sides"], text: string): string | null {
  const stamps = sides.map(({ run }) => run.scores && `${run.id} ${run.scores.computedAt.getTime()}`);
  return stamps.includes(null) ? null : [workspaceId, ...stamps, text].join("\n");
}

function remember(key: string, found: ReadonlySet<number>): void {
  remembered.set(key, found);
  // A Map keeps the order of insertion: the first key is the oldest.
  const [oldest] = remembered.keys();
  if (remembered.size > kept && oldest !== undefined) remembered.delete(oldest);
}
