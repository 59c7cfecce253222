const narrowSpace = "\u202f";
const mostDigits = 4;

/** 0.9137 -> "91.4 %". */
export function percentText(proportion: number): string {
  return `${digitsOf(proportion)}${narrowSpace}%`;
}

/** A bar as somebody typed it, without decimals that say nothing: 0.93 -> "93 %", 0.925 -> "92.5 %". */
export function barText(bar: number): string {
  return `${Number((bar * 100).toFixed(2))}${narrowSpace}%`;
}

/** An upper limit is never rounded below itself: 0.00553 -> "0.6 %". */
export function upperPercentText(limit: number): string {
  const tenths = Math.ceil(limit * 1000 - 1e-9);
  return `${(tenths / 10).toFixed(1)}${narrowSpace}%`;
}

type Interval = { estimate: number; lower: number; upper: number };

/** "91.3 % [88.6, 93.4]"; with as many digits as tell each number from the bar beside it. */
export function rateText({ estimate, lower, upper }: Interval, bar?: number): string {
  return `${digitsOf(estimate, bar)}${narrowSpace}% [${digitsOf(lower, bar)}, ${digitsOf(upper, bar)}]`;
}

function digitsOf(proportion: number, bar?: number): string {
  const text = (digits: number) => (proportion * 100).toFixed(digits);
  let digits = 1;
  while (
    bar !== undefined &&
    proportion !== bar &&
    digits < mostDigits &&
    text(digits) === (bar * 100).toFixed(digits)
  )
    digits += 1;
  return text(digits);
}
