import { jsonEqual } from "../json/json-equal.ts";
import { isPlainObject, leafFields } from "../json/leaf-fields.ts";

export type VersionChange = { path: string; before: string | null; after: string | null };

/** What differs between two contents of a grader, setting by setting; null where a setting is not there. */
export function versionChanges(before: object, after: object): VersionChange[] {
  const old = settings(before);
  const now = settings(after);
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths.flatMap((path) => {
    if (old.has(path) && now.has(path) && jsonEqual(old.get(path), now.get(path))) return [];
    return [{ path, before: shown(old, path), after: shown(now, path) }];
  });
}

function settings(content: object): Map<string, unknown> {
  return new Map(leafFields(content).map((field) => [field.path.replace(/^config\./, ""), field.value]));
}

function shown(found: ReadonlyMap<string, unknown>, path: string): string | null {
  if (!found.has(path)) return null;
  const value = found.get(path);
  if (typeof value === "string") return value;
  return isPlainObject(value) || Array.isArray(value)
    ? JSON.stringify(value, null, 1)
    : JSON.stringify(value);
}

type VersionContent = {
  kind: string;
  config: unknown;
  direction: string;
  threshold: number;
  weight: number;
  critical: boolean;
};

/** Versions, newest first, each with what it changed against the one before; null where that one is not in the list. */
export function withChanges<Version extends VersionContent>(
  versions: readonly Version[],
): (Version & { changes: VersionChange[] | null })[] {
  return versions.map((version, index) => {
    const previous = versions[index + 1];
    return { ...version, changes: previous ? versionChanges(contentOf(previous), contentOf(version)) : null };
  });
}

function contentOf({ kind, config, direction, threshold, weight, critical }: VersionContent): VersionContent {
  return { kind, config, direction, threshold, weight, critical };
}
