import type { JsonFieldsConfig } from "#lib/graders/kinds/structure/json-fields.ts";

export const ruleOptions: readonly { value: JsonFieldsConfig["defaultRule"]; label: string }[] = [
  { value: "exact", label: "Exactly" },
  { value: "ignore-case", label: "Ignoring case and outer spaces" },
  { value: "numeric", label: "As numbers, within the tolerance" },
  { value: "ignore", label: "Not at all" },
];
