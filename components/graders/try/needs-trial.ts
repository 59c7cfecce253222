/** Kinds whose settings are a program of the user's own: it is seen at work on real cases before it is saved. */
export function needsTrial(kind: string): boolean {
  return kind === "custom-javascript";
}
