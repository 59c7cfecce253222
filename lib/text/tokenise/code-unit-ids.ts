/** A place for every UTF-16 unit; all 0 between calls, which do not overlap. */
const idOfUnit = new Int32Array(65_536);

/** Maps the UTF-16 units of two texts to small integers from 0, equal units to equal ids. */
export function codeUnitIds(
  first: string,
  second: string,
): { rows: Int32Array; columns: Int32Array; distinct: number } {
  const units: number[] = [];
  const idsOf = (text: string) => {
    const ids = new Int32Array(text.length);
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      let id = idOfUnit[unit] ?? 0;
      if (id === 0) {
        units.push(unit);
        id = units.length;
        idOfUnit[unit] = id;
      }
      ids[index] = id - 1;
    }
    return ids;
  };
  const rows = idsOf(first);
  const columns = idsOf(second);
  for (const unit of units) idOfUnit[unit] = 0;
  return { rows, columns, distinct: units.length };
}
