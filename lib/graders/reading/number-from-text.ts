export type DecimalMark = "point" | "comma";
export type NumberOptions = {
  decimalMark: DecimalMark;
  /** Which number counts when there are several; `only` refuses a text with more than one. */
  take: "first" | "last" | "only";
  /** Whether 25% means 25 or 0.25. */
  percent: "plain" | "fraction";
};

export type NumberReading =
  | { status: "number"; value: number }
  | { status: "none" }
  | { status: "several"; count: number }
  | { status: "not-finite"; text: string };

/** Currency signs may stand on either side of the sign. A minus right after a digit, a letter or a bracket is no sign: 16-3, 2026-03-01. */
const SIGN = /(?:(?<![\p{L}\p{N})\]])(?<sign>[-−+]))?(?:[$€£¥]\s?)?(?:(?<=[$€£¥]\s?)(?<innerSign>[-−]))?/u
  .source;
const EXPONENT = /(?:[eE][-+]?\d+)?/.source;
const PERCENT = /(?:\s?(?<percent>%))?/.source;
const GROUP_SPACE = "'’\\u00a0\\u2009\\u202f";

const NUMBER: Record<DecimalMark, RegExp> = {
  point: numberPattern(",", "\\."),
  comma: numberPattern("\\.", ","),
};
const NOT_FINITE = /(?:^|[\s:=])([-+]?(?:nan|inf(?:inity)?))[\s.]*$/i;

function numberPattern(group: string, decimal: string): RegExp {
  const grouped = `\\d{1,3}(?:[${group}${GROUP_SPACE}]\\d{3})+(?!\\d)`;
  const digits = `(?<digits>(?:${grouped}|\\d+)(?:${decimal}\\d+)?|(?<!\\d)${decimal}\\d+)`;
  return new RegExp(`${SIGN}(?<!\\d)${digits}(?<exponent>${EXPONENT})${PERCENT}`, "gu");
}

/**
 * The number that a text states: with a sign, thousands separators, a currency sign, an exponent or a percent sign, anywhere in the text.
 * `1,234.5` with a decimal point, `1.234,5` with a decimal comma. NaN, Infinity and numbers beyond 1.8e308 are `not-finite`.
 */
export function numberFromText(text: string, options: NumberOptions): NumberReading {
  const notFinite = notFiniteWord(text, options.take);
  if (notFinite !== null) return { status: "not-finite", text: notFinite };
  let count = 0;
  let chosen: RegExpExecArray | null = null;
  for (const match of text.matchAll(NUMBER[options.decimalMark])) {
    count += 1;
    if (options.take === "first" && count > 1) break;
    chosen = match;
    if (options.take === "first") break;
  }
  if (chosen === null) return { status: "none" };
  if (options.take === "only" && count > 1) return { status: "several", count };
  return toReading(chosen, options);
}

/** NaN or Infinity where the number was to be: at the end of the text, or, when another number could count, as all of it. */
function notFiniteWord(text: string, take: NumberOptions["take"]): string | null {
  const place = take === "last" || text.length <= 40 ? text.slice(-40) : "";
  const match = NOT_FINITE.exec(place);
  if (match?.[1] === undefined) return null;
  return take === "last" || match[0].trim().length === text.trim().length ? match[1] : null;
}

function toReading(match: RegExpExecArray, options: NumberOptions): NumberReading {
  const { sign = "", innerSign = "", digits = "", exponent = "", percent } = match.groups ?? {};
  const plain =
    options.decimalMark === "comma"
      ? digits.replace(/[.'’\u00a0\u2009\u202f]/g, "").replace(",", ".")
      : digits.replace(/[,'’\u00a0\u2009\u202f]/g, "");
  const isNegative = sign === "-" || sign === "−" || innerSign !== "";
  const magnitude = Number(`${plain}${exponent}`);
  if (!Number.isFinite(magnitude)) return { status: "not-finite", text: match[0].trim().slice(0, 40) };
  const value = isNegative ? -magnitude : magnitude;
  return {
    status: "number",
    value: percent !== undefined && options.percent === "fraction" ? value / 100 : value,
  };
}
