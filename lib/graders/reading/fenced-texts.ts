const FENCE = "```";

/**
 * What may stand in the first Markdown code fence of a text: what is between it and the next one, and, since the content may hold a
 * fence too, what is between the first and the last. Empty when there is no fence.
 */
export function fencedTexts(text: string): string[] {
  const open = text.indexOf(FENCE);
  if (open === -1) return [];
  const lineEnd = text.indexOf("\n", open);
  const language = lineEnd === -1 ? "" : text.slice(open + FENCE.length, lineEnd).trim();
  const start = lineEnd !== -1 && /^[\w+-]{0,20}$/.test(language) ? lineEnd + 1 : open + FENCE.length;
  const next = text.indexOf(FENCE, start);
  const last = text.lastIndexOf(FENCE);
  if (next === -1) return [text.slice(start)];
  return next === last ? [text.slice(start, next)] : [text.slice(start, next), text.slice(start, last)];
}

/** The first code fence of the text when it may stand in one and does, else the text itself. */
export function unfenced(text: string, { allowFence }: { allowFence: boolean }): string {
  return (allowFence ? fencedTexts(text)[0] : undefined) ?? text;
}
