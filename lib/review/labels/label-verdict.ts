/** What a person can say of an answer. */
export const labelVerdicts = ["passed", "failed"] as const;
export type LabelVerdict = (typeof labelVerdicts)[number];
