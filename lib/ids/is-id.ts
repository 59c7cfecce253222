export const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text of an address is written as an id is. */
export function isId(text: string | null): text is string {
  return text !== null && idPattern.test(text);
}
