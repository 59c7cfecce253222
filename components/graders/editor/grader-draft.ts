import type { GraderContentInput } from "#lib/graders/content/grader-content.ts";

/** A grader as it stands in the form. */
export type GraderDraft = GraderContentInput & { name: string };

/** The errors of a group of fields, without its prefix: `config.pattern` becomes `pattern`. */
export function errorsBelow(
  errors: Readonly<Record<string, string>>,
  ...prefixes: readonly string[]
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, message]) => {
      const prefix = prefixes.find((candidate) => path.startsWith(`${candidate}.`));
      return prefix === undefined ? [] : [[path.slice(prefix.length + 1), message]];
    }),
  );
}

export function sameDraft(first: GraderDraft, second: GraderDraft): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}
