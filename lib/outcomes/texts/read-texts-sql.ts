import { placed } from "../columns/run-columns-sql.ts";

/** Stands between two texts of one place. No text is looked for that holds it. */
export const textBorder = "\u0001";

const inOrder = (column: string) => `
  select string_agg(${column}, '') as texts, string_agg(int4send(octet_length(${column})), ''::bytea) as lengths`;
/** As ILIKE folds them, in the database's own locale. */
const folded = (text: string) => `lower(${text})`;

/** Answer and error of every planned attempt of the run `$2`, in the order of `RunOutcomes.verdicts`. */
export const readAnswerTextsSql = `${placed}, texts as (
    select ${folded("coalesce(a.output, '') || E'\\x01' || coalesce(a.error_message, '')")} as answer
    from placed p left join attempt a
      on a.workspace_id = $1 and a.run_id = $2 and a.case_id = p.case_id and a.repetition = p.repetition
    order by p.position, p.repetition
  ) ${inOrder("answer")} from texts`;

const ofCases = (text: string) => `
  with version as (
    select dataset_id, number from dataset_version where workspace_id = $1 and id = $2
  ), texts as (
    select ${folded(text)} as text
    from case_revision c
    where c.workspace_id = $1 and c.dataset_id = (select dataset_id from version) and not c.archived
      and c.first_version <= (select number from version)
      and (c.last_version is null or c.last_version >= (select number from version))
    order by c.position
  ) ${inOrder("text")} from texts`;

/** The key of every case of the dataset version `$2`, in the order of `VersionCases.caseNumbers`. */
export const readKeyTextsSql = ofCases("c.key");
/** Input and expected value of each, as PostgreSQL writes JSON. */
export const readQuestionTextsSql = ofCases("c.input::text || E'\\x01' || coalesce(c.expected::text, '')");

/** Roughly how many bytes the answers of an attempt and the questions of a case have, from the first hundreds of them. */
export const answerBytesSql = `
  select coalesce(avg(octet_length(output)), 0)::float8 as bytes
  from (select output from attempt where workspace_id = $1 and run_id = $2 limit 400) sampled`;
export const questionBytesSql = `
  select coalesce(avg(octet_length(input::text) + coalesce(octet_length(expected::text), 0)), 0)::float8 as bytes
  from (select c.input, c.expected from dataset_version v join case_revision c on c.dataset_id = v.dataset_id
    where v.workspace_id = $1 and v.id = $2 limit 400) sampled`;
