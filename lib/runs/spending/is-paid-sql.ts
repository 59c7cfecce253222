/**
 * Whether a row of `attempt` was paid for by this run, whose id is `$2`. Nothing was paid for what is from the cache, and answers that
 * were made elsewhere have a cost and are not paid for again.
 */
export const isPaidSql = `not from_cache and not (
    select v.provider = 'recorded' from run r join model_version v on v.id = r.model_version_id where r.id = $2)`;
