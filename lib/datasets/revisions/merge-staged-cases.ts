import { actorId, type Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";

/** What a change leaves as a case has it. A new case gets the staged value all the same. */
export type KeptFields = {
  input: boolean;
  expected: boolean;
  tags: boolean;
  split: boolean;
  metadata: boolean;
  cluster: boolean;
};

export const keepNothing: KeptFields = {
  input: false,
  expected: false,
  tags: false,
  split: false,
  metadata: false,
  cluster: false,
};

export const keepEverything: KeptFields = {
  input: true,
  expected: true,
  tags: true,
  split: true,
  metadata: true,
  cluster: true,
};

export type MergeCounts = { added: number; updated: number; unchanged: number };

/**
 * Makes the staged rows the working copy of their cases. The caller holds the dataset (`lockDataset`) and has given every
 * staged row a key of its own. A published revision is never touched: a change goes to the draft of its case, and a draft
 * that says the same as what is published disappears.
 */
export async function mergeStagedCases(
  tx: Transaction,
  ctx: Context,
  datasetId: string,
  kept: KeptFields,
): Promise<MergeCounts> {
  await resolveTargets(tx, datasetId, kept);
  const [counts] = await tx.$queryRaw<{ added: bigint; updated: bigint; unchanged: bigint }[]>`
    select count(*) filter (where case_id is null) as added,
      count(*) filter (where case_id is not null and differs) as updated,
      count(*) filter (where case_id is not null and not differs) as unchanged
    from merge_target`;
  await insertNewCases(tx, ctx, datasetId);
  await changeKnownCases(tx, ctx, datasetId);
  await tx.$executeRaw`drop table merge_target`;
  return {
    added: Number(counts?.added ?? 0),
    updated: Number(counts?.updated ?? 0),
    unchanged: Number(counts?.unchanged ?? 0),
  };
}

/** jsonb prints equal values alike, so the hash of its text can stand for the content. */
async function resolveTargets(tx: Transaction, datasetId: string, kept: KeptFields): Promise<void> {
  await tx.$executeRaw`
    create temporary table merge_target on commit drop as
    with content as (
      select s.seq, s.key, s.new_case_id, s.new_revision_id, c.id as case_id, c.position,
        h.id as head_id, h.first_version is null as head_is_draft, h.content_hash as head_hash, h.archived as head_archived,
        case when h.id is not null and ${kept.input} then h.input else s.input end as input,
        case when h.id is not null and ${kept.expected} then h.expected else s.expected end as expected,
        case when h.id is not null and ${kept.tags} then h.tags else s.tags end as tags,
        case when h.id is not null and ${kept.split} then h.split else s.split end as split,
        case when h.id is not null and ${kept.metadata} then h.metadata else s.metadata end as metadata,
        case when h.id is not null and ${kept.cluster} then h.cluster else s.cluster end as cluster,
        s.archived
      from staged_case s
      left join "case" c on c.dataset_id = ${datasetId}::uuid and c.key = s.key
      left join case_revision h on h.case_id = c.id and h.is_head
    ), hashed as (
      select content.*, encode(sha256(convert_to(
        jsonb_build_array(input, expected, to_jsonb(tags), split, metadata, cluster)::text, 'UTF8')), 'hex') as content_hash
      from content
    )
    select hashed.*, head_id is null or content_hash <> head_hash or archived <> head_archived as differs
    from hashed`;
  await tx.$executeRaw`analyze merge_target`;
}

async function insertNewCases(tx: Transaction, ctx: Context, datasetId: string): Promise<void> {
  await tx.$executeRaw`
    with numbered as (
      select seq, row_number() over (order by seq) as place, count(*) over () as total from merge_target where case_id is null
    ), reserved as (
      update dataset set next_position = next_position + coalesce((select max(total) from numbered), 0)::integer
      where id = ${datasetId}::uuid
      returning next_position
    )
    update merge_target t set position = reserved.next_position - numbered.total + numbered.place - 1
    from numbered, reserved where numbered.seq = t.seq`;
  await tx.$executeRaw`
    insert into "case" (id, workspace_id, dataset_id, key, position)
    select new_case_id, ${ctx.workspaceId}::uuid, ${datasetId}::uuid, key, position
    from merge_target where case_id is null order by seq`;
  await tx.$executeRaw`
    insert into case_revision (id, workspace_id, dataset_id, case_id, key, position, input, expected, tags, split, metadata,
      cluster, content_hash, archived, is_head, created_by)
    select new_revision_id, ${ctx.workspaceId}::uuid, ${datasetId}::uuid, new_case_id, key, position, input, expected, tags, split,
      metadata, cluster, content_hash, archived, true, ${actorId(ctx)}
    from merge_target where case_id is null order by seq`;
}

async function changeKnownCases(tx: Transaction, ctx: Context, datasetId: string): Promise<void> {
  await tx.$executeRaw`
    delete from case_revision d using merge_target t, case_revision p
    where t.differs and t.head_is_draft and d.id = t.head_id
      and p.case_id = t.case_id and p.first_version is not null and p.last_version is null
      and p.content_hash = t.content_hash and p.archived = t.archived`;
  await tx.$executeRaw`
    update case_revision p set is_head = true
    from merge_target t
    where t.differs and t.head_is_draft and p.case_id = t.case_id and p.first_version is not null and p.last_version is null
      and not exists (select 1 from case_revision d where d.id = t.head_id)`;
  await tx.$executeRaw`
    update case_revision d set input = t.input, expected = t.expected, tags = t.tags, split = t.split, metadata = t.metadata,
      cluster = t.cluster, content_hash = t.content_hash, archived = t.archived, created_at = now(), created_by = ${actorId(ctx)}
    from merge_target t where t.differs and t.head_is_draft and d.id = t.head_id`;
  await tx.$executeRaw`
    update case_revision p set is_head = false
    from merge_target t where t.differs and not t.head_is_draft and p.id = t.head_id`;
  await tx.$executeRaw`
    insert into case_revision (id, workspace_id, dataset_id, case_id, key, position, input, expected, tags, split, metadata,
      cluster, content_hash, archived, is_head, created_by)
    select new_revision_id, ${ctx.workspaceId}::uuid, ${datasetId}::uuid, case_id, key, position, input, expected, tags, split,
      metadata, cluster, content_hash, archived, true, ${actorId(ctx)}
    from merge_target where differs and case_id is not null and not head_is_draft order by seq`;
}
