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
  return members === null ? caseNumbers : Int32Array.from(members, (place) => caseNumbers[place] ?? 0);
}
