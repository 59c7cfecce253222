/** A run within its workspace: every statement of this folder is bound to both. */
export type RunScope = { workspaceId: string; runId: string };

export const scopeValues = ({ workspaceId, runId }: RunScope): [string, string] => [workspaceId, runId];
