import { valueText } from "#lib/datasets/case-text.ts";
import type { CaseRevisionDetails } from "#lib/datasets/cases/get-case.ts";
import { splitLabels } from "#lib/datasets/split.ts";

export type FieldChange = { field: string; before: string; after: string };
type Revision = Pick<CaseRevisionDetails, "input" | "expected" | "tags" | "split" | "metadata" | "cluster">;

const fields: { field: string; text: (revision: Revision) => string }[] = [
  { field: "Input", text: (revision) => valueText(revision.input) },
  { field: "Expected", text: (revision) => valueText(revision.expected) },
  { field: "Tags", text: (revision) => revision.tags.join(", ") },
  { field: "Split", text: (revision) => splitLabels[revision.split] },
  { field: "Metadata", text: (revision) => valueText(revision.metadata) },
  { field: "Cluster", text: (revision) => revision.cluster ?? "" },
];

/** The fields in which a revision differs from the one before it. */
export function revisionChanges(before: Revision, after: Revision): FieldChange[] {
  return fields
    .map(({ field, text }) => ({ field, before: text(before), after: text(after) }))
    .filter((change) => change.before !== change.after);
}

/** "Draft", "Version 3", "Versions 1 to 4", "Since version 2". */
export function revisionSpan(revision: { firstVersion: number | null; lastVersion: number | null }): string {
  const { firstVersion, lastVersion } = revision;
  if (firstVersion === null) return "Not published yet";
  if (lastVersion === null) return `Since version ${firstVersion}`;
  return firstVersion === lastVersion
    ? `Version ${firstVersion}`
    : `Versions ${firstVersion} to ${lastVersion}`;
}

/** The revision that a version shows; without a version, the newest. Undefined where the version does not have the case. */
export function revisionOf<
  Revision extends { firstVersion: number | null; lastVersion: number | null; isHead: boolean },
>(revisions: readonly Revision[], version: number | null): Revision | undefined {
  if (version === null) return revisions.find((revision) => revision.isHead);
  return revisions.find(
    ({ firstVersion, lastVersion }) =>
      firstVersion !== null && firstVersion <= version && (lastVersion === null || lastVersion >= version),
  );
}
