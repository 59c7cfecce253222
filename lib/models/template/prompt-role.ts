/**
 * What a row of a prompt stands for. `conversation` is replaced by the messages that its field of the case holds; `image`
 * is an address that joins the user message before it.
 */
export const promptRoles = ["system", "user", "assistant", "conversation", "image"] as const;
export type PromptRole = (typeof promptRoles)[number];
