export type ListReading = "lines" | "commas";

/** “- red”, “* red”, “• red”, “1. red”, “2) red”, “[ ] red” */
const BULLET = /^\s*(?:[-*•–]\s+|\d{1,4}[.)]\s+)?(?:\[[ xX]\]\s+)?/;

/** The items of a list written as text, one on each line (bullets and numbers taken off), or parted by commas; empty ones are left out. */
export function listItems(text: string, reading: ListReading): string[] {
  const parts =
    reading === "lines" ? text.split(/\r?\n/).map((line) => line.replace(BULLET, "")) : text.split(",");
  return parts.map((item) => item.trim()).filter((item) => item !== "");
}
