import { diffWordsWithSpace } from "diff";

export type WordChange = { type: "same" | "removed" | "added"; text: string };

/** Why two texts are shown whole: their differences would take too long to find or to read. */
export type NoChanges = "too-long" | "too-different";

/** 200,000 characters and 1,500 edits take about half a second on a slow laptop; both bounds hold for hostile texts too. */
const maxChars = 200_000;
const maxEdits = 1_500;

/** The differences between two texts, word by word, in reading order. */
export function wordChanges(before: string, after: string): WordChange[] | NoChanges {
  if (before === after) return before === "" ? [] : [{ type: "same", text: before }];
  if (before.length + after.length > maxChars) return "too-long";
  const changes = diffWordsWithSpace(before, after, { maxEditLength: maxEdits });
  if (changes === undefined) return "too-different";
  return joinAcrossSpaces(
    changes.map(({ value, added, removed }) => ({
      type: added ? "added" : removed ? "removed" : "same",
      text: value,
    })),
  );
}

/** Where words were exchanged one by one, the spaces between them are no common text: the phrases were exchanged. */
function joinAcrossSpaces(changes: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = [];
  for (const [index, change] of changes.entries()) {
    const removed = joined.at(-2);
    const added = joined.at(-1);
    const follows = removed?.type === "removed" && added?.type === "added";
    const isGap =
      follows &&
      change.type === "same" &&
      /^[ \t]+$/.test(change.text) &&
      changes[index + 1]?.type === "removed" &&
      changes[index + 2]?.type === "added";
    if (isGap) {
      removed.text += change.text;
      added.text += change.text;
    } else if (follows && change.type === "removed") removed.text += change.text;
    else if (follows && change.type === "added") added.text += change.text;
    else joined.push({ ...change });
  }
  return joined;
}
