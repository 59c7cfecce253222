import type { Claim } from "./claim.ts";

/** A claim as a reader of a chart takes it in: "no worse than 2 points". `margin` is a fraction. */
export function claimWords(claim: Claim, margin: number): string {
  switch (claim.kind) {
    case "better":
      return "better";
    case "worse":
      return "worse";
    case "no worse":
      return `no worse than ${pointsText(margin)}`;
    case "cannot tell":
      if (claim.isOnlyAlone) return "cannot tell yet: shown alone, not after correction";
      return claim.casesNeeded === null
        ? "cannot tell yet"
        : `cannot tell yet: about ${moreCases(claim.casesNeeded)}`;
    case "withheld":
      return "no verdict";
    case "no pairs":
      return "no shared cases";
  }
}

/** A margin or a difference without its sign: "2 points". */
export function pointsText(fraction: number): string {
  const points = Number((Math.abs(fraction) * 100).toFixed(1));
  return `${points} ${points === 1 ? "point" : "points"}`;
}

/** Rounded to two figures: a plan, not a measurement. */
export function moreCases(count: number): string {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  const rounded = Math.ceil(count / 10 ** digits) * 10 ** digits;
  return `${rounded.toLocaleString("en")} more ${rounded === 1 ? "case" : "cases"}`;
}
