import { formatCount } from "#components/ui/format/format-count.ts";

/** "3 added, 1 changed, 2 removed", without the kinds that did not happen. */
export function changeWords(changes: { added: number; changed: number; removed: number }): string {
  return (["added", "changed", "removed"] as const)
    .filter((kind) => changes[kind] > 0)
    .map((kind) => `${formatCount(changes[kind])} ${kind}`)
    .join(", ");
}
