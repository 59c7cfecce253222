const excerptChars = 120;

/** The start of a text on one line, at most 120 characters and never half a surrogate pair. */
export function excerpt(text: string): string {
  const oneLine = text
    .slice(0, excerptChars * 2)
    .replace(/\s+/g, " ")
    .trim();
  if (oneLine.length <= excerptChars && text.length <= excerptChars * 2) return oneLine.toWellFormed();
  return `${oneLine.slice(0, excerptChars - 1).replace(/[\uD800-\uDBFF]$/, "")}…`.toWellFormed();
}
