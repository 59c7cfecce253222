const MAX_CHARS = 120;

/** The wanted name, or with the dataset's name behind it, or with a number as well: the first that is not taken. */
export function freeName(wanted: string, datasetName: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const long = `${wanted}, ${datasetName.slice(0, MAX_CHARS - wanted.length - 8).replace(/[\uD800-\uDBFF]$/, "")}`;
  if (!taken.has(long)) return long;
  let number = 2;
  while (taken.has(`${long} ${number}`)) number += 1;
  return `${long} ${number}`;
}
