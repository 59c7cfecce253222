/** A metadata field with more values than this is an identifier, not a slice: as on the scorecard. */
const maxValues = 30;
const maxValueLength = 80;
const maxSlices = 500;
/** Identifiers are found in so many cases, and left out before all cases are cut up by their fields. */
const sampleSize = 2_000;

/** The cases of a version `$2` of the workspace `$1`, each with its place in the order of case numbers. */
const cases = `
  with facts as (
    select dataset_id, number from dataset_version where workspace_id = $1 and id = $2
  ), cases as materialized (
    select c.position, c.first_version, c.split::text as split, c.tags, c.cluster,
      case when jsonb_typeof(c.metadata) = 'object' then c.metadata else '{}' end as metadata,
      (row_number() over (order by c.position) - 1)::int as place,
      count(*) over (partition by c.cluster) as "clusterSize"
    from facts f join case_revision c on c.workspace_id = $1 and c.dataset_id = f.dataset_id and not c.archived
      and c.first_version <= f.number and (c.last_version is null or c.last_version >= f.number)
  )`;

/** A cluster of one case depends on no other. */
export const storeVersionColumnsSql = `${cases}, numbered as (
    select position, first_version,
      case when cluster is null or "clusterSize" < 2 then -1 else (dense_rank() over (order by cluster))::int end as cluster
    from cases
  )
  insert into version_cases (dataset_version_id, workspace_id, case_numbers, revisions, clusters)
  select $2, $1, coalesce(string_agg(int4send(position), ''::bytea order by position), ''),
    coalesce(string_agg(int4send(first_version), ''::bytea order by position), ''),
    coalesce(string_agg(int4send(cluster), ''::bytea order by position), '')
  from numbered where exists (select 1 from facts)
  on conflict do nothing`;

export const storeVersionSlicesSql = `${cases}, identifiers as materialized (
    select coalesce(array_agg(key), '{}') as keys from (
      select field.key from (select metadata from cases limit ${sampleSize}) sample
        cross join lateral jsonb_each_text(sample.metadata) field
      group by field.key having count(distinct field.value) > ${maxValues}
    ) many
  ), sliced as (
    select 'split' as dimension, split as value, place from cases
    union all
    select distinct 'tag', tag, place from cases cross join lateral unnest(tags) as tag
    union all
    select 'metadata.' || field.key, field.value #>> '{}', place
    from cases cross join lateral jsonb_each(metadata - (select keys from identifiers)) as field
    where jsonb_typeof(field.value) in ('string', 'number', 'boolean') and length(field.value #>> '{}') <= ${maxValueLength}
  ), grouped as (
    select dimension, value, string_agg(int4send(place), ''::bytea order by place) as members, count(*) as cases,
      count(*) over (partition by dimension) as "values"
    from sliced group by dimension, value
  )
  insert into version_slice (dataset_version_id, workspace_id, dimension, value, members)
  select $2, $1, dimension, value, members from grouped
  where "values" <= ${maxValues} or dimension = 'tag'
  order by dimension, cases desc, value limit ${maxSlices}
  on conflict do nothing`;

export const versionIsStoredSql = `
  select 1 from version_cases where workspace_id = $1 and dataset_version_id = $2`;

export const readVersionColumnsSql = `
  select case_numbers as "caseNumbers", revisions, clusters from version_cases
  where workspace_id = $1 and dataset_version_id = $2`;

export const readVersionSlicesSql = `
  select dimension, value, members from version_slice where workspace_id = $1 and dataset_version_id = $2
  order by dimension, octet_length(members) desc, value`;
