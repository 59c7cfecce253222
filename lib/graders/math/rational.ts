/** A fraction in lowest terms with a denominator above 0. */
export type Rational = { numerator: bigint; denominator: bigint };

/** Above this many bits a fraction is no longer followed exactly. */
const MAX_BITS = 8_192n;
const LIMIT = 1n << MAX_BITS;

/** Null when the denominator is 0, or the numbers have grown too large. */
export function rational(numerator: bigint, denominator = 1n): Rational | null {
  if (denominator === 0n) return null;
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, sign * denominator);
  const result = { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
  const isTooLarge = result.numerator > LIMIT || result.numerator < -LIMIT || result.denominator > LIMIT;
  return isTooLarge ? null : result;
}

/** Of decimal digits with an optional point and exponent: `12`, `.5`, `1.5e3`. The exponent is at most 400 either way, else null. */
export function decimalRational(text: string): Rational | null {
  const [mantissa = "", exponentText = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const exponent = Number(exponentText) - fraction.length;
  if (Math.abs(exponent) > 1_000) return null;
  const digits = BigInt(`${whole}${fraction}` || "0");
  return exponent >= 0
    ? rational(digits * 10n ** BigInt(exponent))
    : rational(digits, 10n ** BigInt(-exponent));
}

export function add(left: Rational, right: Rational): Rational | null {
  return rational(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function multiply(left: Rational, right: Rational): Rational | null {
  return rational(left.numerator * right.numerator, left.denominator * right.denominator);
}

export function inverse({ numerator, denominator }: Rational): Rational | null {
  return rational(denominator, numerator);
}

export function negative({ numerator, denominator }: Rational): Rational {
  return { numerator: -numerator, denominator };
}

/** Null when the power is no fraction, or is too large to be followed exactly. */
export function power(base: Rational, exponent: Rational): Rational | null {
  if (exponent.denominator !== 1n) return null;
  const times = exponent.numerator < 0n ? -exponent.numerator : exponent.numerator;
  if (times * BigInt(bits(base)) > MAX_BITS) return null;
  const raised = rational(base.numerator ** times, base.denominator ** times);
  return raised !== null && exponent.numerator < 0n ? inverse(raised) : raised;
}

/** The square root where it is a fraction itself, else null. */
export function exactSquareRoot({ numerator, denominator }: Rational): Rational | null {
  const above = integerRoot(numerator);
  const below = integerRoot(denominator);
  return above === null || below === null ? null : rational(above, below);
}

/** The nearest double; quotients of numbers beyond its range are formed from their leading digits. */
export function toNumber({ numerator, denominator }: Rational): number {
  const direct = Number(numerator) / Number(denominator);
  if (Number.isFinite(direct) && (direct !== 0 || numerator === 0n)) return direct;
  const shift = BigInt(Math.max(0, bits({ numerator, denominator }) - 1_000));
  return Number(numerator >> shift) / Number(denominator >> shift);
}

function greatestCommonDivisor(first: bigint, second: bigint): bigint {
  let [a, b] = [first, second];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

function bits({ numerator, denominator }: Rational): number {
  const magnitude = numerator < 0n ? -numerator : numerator;
  return 4 * Math.max(magnitude.toString(16).length, denominator.toString(16).length);
}

/** Newton's method from above. */
function integerRoot(square: bigint): bigint | null {
  if (square < 0n) return null;
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  while (true) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root * root === square ? root : null;
    root = next;
  }
}
