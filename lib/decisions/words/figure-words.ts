const narrowSpace = "\u202f";
const minus = "\u2212";

/** 0.9137 -> "91.4 %". */
export function percentWords(share: number): string {
  return `${fixed(share * 100, 1)}${narrowSpace}%`;
}

/** 0.9137, [0.886, 0.934] -> "91.4 % [88.6, 93.4]". */
export function rateWords({ value, lower, upper }: { value: number; lower: number; upper: number }): string {
  return `${percentWords(value)} [${fixed(lower * 100, 1)}, ${fixed(upper * 100, 1)}]`;
}

/** 0.02 -> "2 points", 0.015 -> "1.5 points". */
export function pointsWords(share: number): string {
  const points = Number((share * 100).toFixed(1));
  return `${fixed(points, Number.isInteger(points) ? 0 : 1)} ${Math.abs(points) === 1 ? "point" : "points"}`;
}

/** Micro-dollars in dollars: two decimals, more below ten cents so that two digits that count are left. */
export function moneyWords(microUsd: number): string {
  const usd = Math.abs(microUsd) / 1_000_000;
  const digits = usd === 0 || usd >= 0.1 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(usd)));
  return `${microUsd < 0 && usd > 0 ? minus : ""}$${fixed(usd, usd >= 1_000 ? 0 : digits)}`;
}

/** 412.3 -> "412 ms", 12300 -> "12.3 s". */
export function msWords(ms: number): string {
  if (ms >= 9_999.5) return `${fixed(ms / 1000, 1)}${narrowSpace}s`;
  return `${fixed(ms, ms >= 9.95 || ms === 0 ? 0 : 1)}${narrowSpace}ms`;
}

/** "1 case", "1,319 cases". */
export function casesWords(count: number): string {
  return `${countWords(count)} ${count === 1 ? "case" : "cases"}`;
}

/** A number of cases that is only estimated: two digits that count. 237 -> "about 240 more cases". */
export function moreCasesWords(count: number): string {
  const step = count < 100 ? 10 : 10 ** (Math.floor(Math.log10(count)) - 1);
  const rounded = count <= 20 ? Math.ceil(count) : Math.ceil(count / step) * step;
  return `about ${countWords(rounded)} more ${rounded === 1 ? "case" : "cases"}`;
}

export function countWords(count: number): string {
  return fixed(count, 0);
}

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function fixed(value: number, digits: number): string {
  const text = Math.abs(value).toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text;
}
