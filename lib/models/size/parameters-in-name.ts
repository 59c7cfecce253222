const pattern = /(?<![a-z0-9.])(?:(\d{1,2})x)?(\d{1,4}(?:\.\d{1,3})?)\s?b(?![a-z0-9])/i;

/**
 * How many billions of parameters a model's name says that it has: "llama-3.1-8b-instruct" has 8, "6b_finetuning" 6,
 * "mixtral-8x7B" 56 (experts times their size: an upper limit, as they share layers). Null where the name says nothing.
 */
export function parametersInName(name: string): number | null {
  const found = pattern.exec(name);
  if (found === null) return null;
  const [, experts = "1", size = ""] = found;
  const billions = Number(experts) * Number(size);
  return billions > 0 ? billions : null;
}
