import { isObject, memberOf, parseJson } from "../json-fields.ts";

/** A request body with the extra parameters put in, at any depth, wherever it says nothing itself. */
export function mergeExtra(body: string, extra: Readonly<Record<string, unknown>> | undefined): string {
  if (extra === undefined) return body;
  return JSON.stringify(merged(extra, parseJson(body)));
}

function merged(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isObject(below) || !isObject(above)) return above;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, merged(memberOf(below, key), memberOf(above, key))]),
  );
}
