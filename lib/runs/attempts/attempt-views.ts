/** What a list of attempts can show, and by what it can be ordered. */
export const attemptViews = ["failed", "errored", "unscored", "passed", "scored", "all"] as const;
export type AttemptView = (typeof attemptViews)[number];

export const attemptSorts = ["position", "latency", "cost"] as const;
export type AttemptSort = (typeof attemptSorts)[number];

/** Of a run with repetitions: cases whose scored attempts all passed, passed in part, or all failed. */
export const stabilities = ["always", "sometimes", "never"] as const;
export type Stability = (typeof stabilities)[number];

/** What has a row in a list of a run with repetitions: each attempt, or each case by its first attempt that the list shows. */
export const attemptRows = ["attempt", "case"] as const;

/** Answers that somebody has judged, that nobody has, and of which somebody says otherwise than the graders. */
export const labelStates = ["labelled", "unlabelled", "disagrees"] as const;
export type LabelState = (typeof labelStates)[number];
