const narrowSpace = "\u202f";
const mostDigits = 4;

/** "1,204". */
export function counted(value: number): string {
  return value.toLocaleString("en-US");
}

/** "1 case", "1,204 attempts". */
export function countOf(value: number, noun: "case" | "attempt" | "answer"): string {
  return `${counted(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** "91.3 %". With a bar beside it, as many digits as tell the two apart. */
export function percent(share: number, bar?: number): string {
  return `${(share * 100).toFixed(digitsBeside(share, bar))}${narrowSpace}%`;
}

/** "[88.6, 93.4]", in percent. */
export function percentInterval(lower: number, upper: number, bar?: number): string {
  const text = (share: number) => (share * 100).toFixed(digitsBeside(share, bar));
  return `[${text(lower)}, ${text(upper)}]`;
}

/** A difference of shares in points, signed: 0.031 is "+3.1". */
export function points(difference: number, bar?: number): string {
  const text = (Math.abs(difference) * 100).toFixed(digitsBeside(difference, bar));
  return Number(text) === 0 ? text : `${difference > 0 ? "+" : "\u2212"}${text}`;
}

/** "412 ms", "12.3 s". */
export function milliseconds(value: number): string {
  return value >= 10_000
    ? `${(value / 1_000).toFixed(1)}${narrowSpace}s`
    : `${value < 10 ? value.toFixed(1) : counted(Math.round(value))}${narrowSpace}ms`;
}

/** A sentence about how many cases more are needed, or "" where more would not help. */
export function moreCases(casesNeeded: number | null, condition: string, where = ""): string {
  if (casesNeeded === null) return "";
  return ` About ${counted(casesNeeded)} more ${casesNeeded === 1 ? "case" : "cases"}${where} would settle it, ${condition}.`;
}

/** Rounded up to two digits that count: 1,234 is 1,300. What is about a number pretends no more. */
export function roundedUp(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.ceil(count / unit) * unit;
}

function digitsBeside(share: number, bar: number | undefined): number {
  if (bar === undefined || share === bar) return 1;
  let digits = 1;
  while (digits < mostDigits && (share * 100).toFixed(digits) === (bar * 100).toFixed(digits)) digits += 1;
  return digits;
}
