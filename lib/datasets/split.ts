export const splits = ["tuning", "held_out", "fresh"] as const;
export type Split = (typeof splits)[number];

export const splitLabels: Record<Split, string> = {
  tuning: "tuning",
  held_out: "held-out",
  fresh: "fresh",
};

export const splitExplanations: Record<Split, string> = {
  tuning: "May be looked at and learned from while prompts and models are made.",
  held_out: "Kept aside: decides which model ships.",
  fresh: "Newly collected, seen by no model and no prompt author yet.",
};

const words: Record<string, Split> = {
  tuning: "tuning",
  tune: "tuning",
  train: "tuning",
  training: "tuning",
  dev: "tuning",
  development: "tuning",
  validation: "tuning",
  valid: "tuning",
  val: "tuning",
  "held-out": "held_out",
  heldout: "held_out",
  "hold-out": "held_out",
  holdout: "held_out",
  test: "held_out",
  testing: "held_out",
  eval: "held_out",
  fresh: "fresh",
  new: "fresh",
};

export const splitWords = "tuning, train, validation, dev, held-out, test or fresh";

/** The split that a word in a file means, or null. */
export function parseSplit(text: string): Split | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}
