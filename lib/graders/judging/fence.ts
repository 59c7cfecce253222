import { createHash } from "node:crypto";

export type Section = { label: string; text: string };
export type Fenced = { id: string; text: string };

/**
 * Puts texts of others between lines that they cannot contain: the id in the lines is drawn from a hash of all the texts, and drawn
 * again in the improbable case that one of them holds it. Whoever wrote a text cannot have known the hash of what they wrote.
 */
export function fence(sections: readonly Section[]): Fenced {
  const id = freeId(sections);
  const text = sections
    .map(
      ({ label, text }) =>
        `<<<${label.toUpperCase()} ${id}>>>\n${text}\n<<<END ${label.toUpperCase()} ${id}>>>`,
    )
    .join("\n\n");
  return { id, text };
}

function freeId(sections: readonly Section[]): string {
  for (let draw = 0; ; draw++) {
    const hash = createHash("sha256").update(`${draw}`);
    for (const { label, text } of sections) hash.update(`\0${label}\0`).update(text);
    const id = hash.digest("hex").slice(0, 16);
    if (sections.every(({ text }) => !text.includes(id))) return id;
  }
}
