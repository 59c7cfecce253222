/** An ILIKE pattern for texts that contain this one; % _ and \ mean themselves. */
export function containsPattern(text: string): string {
  return `%${text
    .trim()
    .toWellFormed()
    .replaceAll("\0", "")
    .replace(/[\\%_]/g, "\\$&")}%`;
}

/** The same for the text of a jsonb value, in which quotes, backslashes and line ends are escaped. */
export function containsPatternInJson(text: string): string {
  return containsPattern(JSON.stringify(text.trim().toWellFormed()).slice(1, -1));
}
