/** What a list of attempts can show, and by what it can be ordered. */
export const attemptViews = ["failed", "errored", "unscored", "passed", "scored", "all"] as const;
export type AttemptView = (typeof attemptViews)[number];

export const attemptSorts = ["position", "latency", "cost"] as const;
export type AttemptSort = (typeof attemptSorts)[number];
