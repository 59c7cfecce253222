import { isId } from "#lib/ids/is-id.ts";
import { CommandError } from "../command-error.ts";

/** What the API calls a run by: the number or the id in "12", "#12", an id, or the address of its page. */
export function runReference(text: string): string {
  const trimmed = text.trim();
  const number = /^#?(\d{1,9})$/.exec(trimmed)?.[1];
  if (number !== undefined) return number;
  const id = /\/runs\/([0-9a-f-]{36})(?:[/?#]|$)/.exec(trimmed)?.[1] ?? trimmed;
  if (isId(id)) return id;
  throw new CommandError(`"${trimmed}" is not a run: give its number, its id, or the address of its page.`);
}
