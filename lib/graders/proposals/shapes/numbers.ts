import { numberFromText } from "../../reading/number-from-text.ts";
import { most } from "../most.ts";
import { freeProposal, type ShapeRule } from "../proposal.ts";

/** Longer values are sentences with a number in them, and no number. */
const NUMBER_CHARS = 40;
const MARKED = /(?:^|\n)\s*(?:a|answer|####)\s*:?\s*([^\n]{1,40})$/i;
/** More decimals than people write come from a calculation, and are not rounded alike. */
const ROUNDED_DECIMALS = 4;
const CALCULATED_TOLERANCE = 0.001;

export const numbers: ShapeRule = ({ values }) => {
  const decimalMark = hasDecimalComma(values) ? "comma" : "point";
  if (!most(values, (value) => isNumber(value, decimalMark))) return null;
  const isMarked = most(values, (value) => typeof value === "string" && MARKED.test(end(value)));
  const { absoluteTolerance, relativeTolerance, words } = toleranceOf(values, decimalMark);
  const place = isMarked ? "the number behind its mark, such as #### 18," : "the last number in an answer";
  return [
    freeProposal({
      name: "Number",
      kind: "numeric",
      config: { absoluteTolerance, relativeTolerance, decimalMark, take: isMarked ? "marked" : "last" },
      reason: `The expected values are numbers; ${place} counts. ${words}`,
      blind: "It sees the number alone: a right number for a wrong reason, or in another unit, passes.",
    }),
  ];
};

/** Text counts when nothing but a number with its marks is in it, or when it ends in a marked answer such as `A: 18`. */
function isNumber(value: unknown, decimalMark: "point" | "comma"): boolean {
  if (typeof value === "number") return true;
  if (typeof value !== "string") return false;
  const answer = markedPart(value);
  if (answer.length > NUMBER_CHARS || /\p{L}{4,}/u.test(answer)) return false;
  // An expression holds a number and is none; a sign or a currency may stand before it, and a unit behind.
  if (/\d\s*[*/^+=]|\\|√|\d\s*-\s*\d/.test(answer)) return false;
  return numberFromText(answer, { decimalMark, take: "only", percent: "plain" }).status === "number";
}

function markedPart(value: string): string {
  return MARKED.exec(end(value))?.[1] ?? value;
}

function end(value: string): string {
  return value.trim().slice(-80);
}

/** `1,5` and `1.234,50` somewhere, and nowhere `1.5`. */
function hasDecimalComma(values: readonly unknown[]): boolean {
  const texts = values.filter((value) => typeof value === "string").map(markedPart);
  const comma = texts.some((text) => /\d,\d{1,2}(?!\d)/.test(text));
  return comma && !texts.some((text) => /\d\.\d{1,2}(?!\d)/.test(text));
}

type Learnt = { absoluteTolerance: number; relativeTolerance: number; words: string };

/** Whole numbers must be met; rounded ones to half a unit of their last place; calculated ones to a thousandth. */
function toleranceOf(values: readonly unknown[], decimalMark: "point" | "comma"): Learnt {
  const pattern = decimalMark === "comma" ? /,(\d+)(?!.*,\d)/ : /\.(\d+)(?!.*\.\d)/;
  const decimals = values.map((value) => {
    const text = typeof value === "string" ? markedPart(value) : String(value);
    return pattern.exec(text)?.[1]?.length ?? 0;
  });
  const longest = Math.max(0, ...decimals);
  if (longest === 0)
    return { absoluteTolerance: 0, relativeTolerance: 0, words: "All are whole, so it must be met exactly." };
  if (longest > ROUNDED_DECIMALS) {
    return {
      absoluteTolerance: 0,
      relativeTolerance: CALCULATED_TOLERANCE,
      words: `They have up to ${longest} decimals, so a tenth of a percent is allowed.`,
    };
  }
  const absoluteTolerance = Number(`5e-${longest + 1}`);
  const places = longest === 1 ? "1 decimal" : `${longest} decimals`;
  return {
    absoluteTolerance,
    relativeTolerance: 0,
    words: `They have ${places}, so a difference of ${absoluteTolerance} is allowed, which is rounding.`,
  };
}
