/**
 * Whether two attempts `a` and `b` of one case answered the same question. Another revision may differ in tags, split or cluster only;
 * what the model and the graders read is input, expected value and metadata. The subquery runs for differing revisions alone.
 */
export const sameQuestion = `case when a.case_revision_id = b.case_revision_id then true else (
    select ra.content_hash = rb.content_hash
      or (ra.input = rb.input and ra.expected is not distinct from rb.expected and ra.metadata = rb.metadata)
    from case_revision ra, case_revision rb where ra.id = a.case_revision_id and rb.id = b.case_revision_id) end`;

/** The repetition that is compared. */
export const comparedRepetition = 1;

/** Attempts of one run for a join; `run` is a placeholder such as $2. $1 is the workspace. */
export const attemptsOf = (run: string, columns: string) =>
  `(select case_id, case_revision_id, ${columns} from attempt
    where workspace_id = $1 and run_id = ${run} and repetition = ${comparedRepetition})`;

/** The bucket of a case by the verdicts of its attempts `a` and `b`, either of which may be missing. */
export const bucketOfPair = `case
    when b.case_id is null then 'only_a'
    when a.case_id is null then 'only_b'
    when not ${sameQuestion} then 'changed'
    when a.verdict = 'passed' and b.verdict = 'passed' then 'both_pass'
    when a.verdict = 'failed' and b.verdict = 'failed' then 'both_fail'
    when a.verdict = 'failed' and b.verdict = 'passed' then 'fixed'
    when a.verdict = 'passed' and b.verdict = 'failed' then 'broken'
    else 'not_judged' end`;
