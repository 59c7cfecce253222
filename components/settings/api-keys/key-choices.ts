import { roleLabel } from "#components/settings/members/role-options.ts";
import type { ApiKeyRole } from "#lib/context/context.ts";

const roles: readonly ApiKeyRole[] = ["viewer", "reviewer", "editor"];

/** Without admin: a key never manages members or keys. */
export const keyRoles = roles.map((value) => ({ value, label: roleLabel(value) }));

/** Null is until it is revoked. */
export const keyLifetimes: readonly { value: string; label: string; days: number | null }[] = [
  { value: "30-days", label: "30 days", days: 30 },
  { value: "90-days", label: "90 days", days: 90 },
  { value: "year", label: "One year", days: 365 },
  { value: "revoked", label: "Until it is revoked", days: null },
];
