import { listOf, memberOf } from "../json-fields.ts";

export type PathStep = string | number;
export type ParsedPath = { ok: true; steps: readonly PathStep[] } | { ok: false; reason: string };

const maxChars = 300;

/** Reads `data.choices[0].text`: names with dots between them, positions in brackets. Empty is the whole answer. */
export function parseResponsePath(text: string): ParsedPath {
  const path = text.trim();
  if (path === "") return { ok: true, steps: [] };
  const isPath = /^(?:[^.[\]\s]+|\[\d{1,6}\])(?:\.[^.[\]\s]+|\[\d{1,6}\])*$/.test(path);
  if (!isPath || path.length > maxChars) {
    return { ok: false, reason: "Write names with dots and positions in brackets, such as choices[0].text." };
  }
  const steps = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, position, name]) =>
    position === undefined ? (name ?? "") : Number(position),
  );
  return { ok: true, steps };
}

/** The value at a path, by own members and positions only; undefined when there is none. */
export function valueAt(value: unknown, steps: readonly PathStep[]): unknown {
  let current = value;
  for (const step of steps) {
    current = typeof step === "number" ? listOf(current)?.[step] : memberOf(current, step);
  }
  return current;
}
