export type CsvDelimiter = "," | ";" | "\t";

/** The delimiter that occurs most often outside quotes in a header line; the comma where none does, or on a tie. */
export function detectDelimiter(headerLine: string): CsvDelimiter {
  const counts = { ",": 0, ";": 0, "\t": 0 };
  let quoted = false;
  for (const character of headerLine) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "," || character === ";" || character === "\t"))
      counts[character] += 1;
  }
  let best: CsvDelimiter = ",";
  if (counts[";"] > counts[best]) best = ";";
  if (counts["\t"] > counts[best]) best = "\t";
  return best;
}
