import type { Role } from "#lib/context/context.ts";

/** From the least to the most powerful. */
export const roleOptions: readonly { value: Role; label: string }[] = [
  { value: "viewer", label: "Viewer" },
  { value: "reviewer", label: "Reviewer" },
  { value: "editor", label: "Editor" },
  { value: "admin", label: "Admin" },
];

export const roleLabel = (role: Role): string =>
  roleOptions.find((option) => option.value === role)?.label ?? role;
