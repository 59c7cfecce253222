import type { Transaction } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import type { CaseContent } from "../cases/case-content.ts";

export type StagedCase = CaseContent & {
  /** Null: derived from the hash of the input once every row is known. */
  key: string | null;
  keyHash: string | null;
  /** Where the row came from, for messages about it. */
  line: number;
  excerpt: string;
  archived: boolean;
};

/** A table of this transaction only, so that a long upload blocks nobody and leaves nothing when it is given up. */
export async function createStaging(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    create temporary table staged_case (
      seq bigint generated always as identity primary key,
      line integer not null,
      excerpt text not null,
      key text,
      key_hash text,
      new_case_id uuid not null,
      new_revision_id uuid not null,
      input jsonb,
      expected jsonb,
      tags text[] not null,
      split "Split" not null,
      metadata jsonb not null,
      cluster text,
      archived boolean not null
    ) on commit drop`;
}

/** Adds rows in their order. One statement: keep a call at some thousand rows and some megabytes. */
export async function stageCases(tx: Transaction, cases: readonly StagedCase[]): Promise<void> {
  if (cases.length === 0) return;
  const now = Date.now();
  const rows = cases.map((staged) => ({
    ...staged,
    key_hash: staged.keyHash,
    new_case_id: newId(now),
    new_revision_id: newId(now),
  }));
  await tx.$executeRaw`
    insert into staged_case (line, excerpt, key, key_hash, new_case_id, new_revision_id, input, expected, tags, split, metadata,
      cluster, archived)
    select line, excerpt, key, key_hash, new_case_id, new_revision_id, input, expected,
      array(select jsonb_array_elements_text(tags)), split, metadata, cluster, archived
    from rows from (json_to_recordset(${JSON.stringify(rows)}::json) as (line integer, excerpt text, key text, key_hash text,
      new_case_id uuid, new_revision_id uuid, input jsonb, expected jsonb, tags jsonb, split "Split", metadata jsonb, cluster text,
      archived boolean)) with ordinality as staged
    order by ordinality`;
}
