/** Evidence against "no difference" that may be looked at after every observation. */
export type EValue = {
  /** Natural logarithm of the e-value; the e-value itself may be too large for a number. */
  logEValue: number;
  eValue: number;
  /** min(1, 1 / e-value): the always-valid p-value is its running minimum. */
  pValue: number;
};

/** Stop and claim a difference when the e-value reaches 1 / alpha: Ville's inequality bounds false alarms by alpha. */
export function eValueOf(logEValue: number): EValue {
  return { logEValue, eValue: Math.exp(logEValue), pValue: Math.min(1, Math.exp(-logEValue)) };
}

/** The always-valid p-values after each observation. */
export function runningMinimum(pValues: readonly number[]): number[] {
  let least = 1;
  return pValues.map((pValue) => {
    least = Math.min(least, pValue);
    return least;
  });
}
