import type { LabelVerdict } from "#lib/review/labels/label-verdict.ts";

export const verdictWords: Readonly<Record<LabelVerdict, string>> = { passed: "Passed", failed: "Failed" };
