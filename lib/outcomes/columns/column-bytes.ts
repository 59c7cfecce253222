/** Column bytes as PostgreSQL's `int4send` makes them. */
export function toInt32Column(bytes: Buffer): Int32Array {
  const numbers = Buffer.from(bytes);
  numbers.swap32();
  return new Int32Array(aligned(numbers));
}

/** Column bytes as PostgreSQL's `float8send` makes them. */
export function toFloat64Column(bytes: Buffer): Float64Array {
  const numbers = Buffer.from(bytes);
  numbers.swap64();
  return new Float64Array(aligned(numbers));
}

/** One byte a value. */
export function toByteColumn(bytes: Buffer): Uint8Array {
  return new Uint8Array(aligned(bytes));
}

/** A buffer of its own: those of a connection begin anywhere in a larger one, and wide columns need an even start. */
function aligned(bytes: Buffer): ArrayBuffer {
  const own = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(own).set(bytes);
  return own;
}
