export const promptRoles = ["system", "user", "assistant"] as const;
