/**
 * Places of `numbers` within `within`, both ascending case numbers; -1 for a number that is not there. One pass over both.
 */
export function placesOf(numbers: Int32Array, within: Int32Array): Int32Array {
  const places = new Int32Array(numbers.length).fill(-1);
  let at = 0;
  for (let place = 0; place < numbers.length; place += 1) {
    const wanted = numbers[place] ?? 0;
    while (at < within.length && (within[at] ?? 0) < wanted) at += 1;
    if (at < within.length && within[at] === wanted) places[place] = at;
  }
  return places;
}

/** The case numbers at some places, or all of them; ascending when the places are. */
export function numbersAt(caseNumbers: Int32Array, members: Int32Array | null): Int32Array {
  if (members === null) return caseNumbers;
  // A loop: `Int32Array.from` with a function takes a hundred times as long.
  const numbers = new Int32Array(members.length);
  for (let at = 0; at < members.length; at += 1) numbers[at] = caseNumbers[members[at] ?? -1] ?? 0;
  return numbers;
}

/** 0, 1, 2, … */
export function everyPlace(count: number): Int32Array {
  const places = new Int32Array(count);
  for (let at = 0; at < count; at += 1) places[at] = at;
  return places;
}
