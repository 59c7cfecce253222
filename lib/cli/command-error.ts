/** What the process ends with. `noVerdict` stands for wrong use and for a server that cannot be reached, too. */
export const exitCodes = { pass: 0, fail: 1, notEnoughEvidence: 2, noVerdict: 3 } as const;

/** Ends the command; its message is one sentence for the person who typed it. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
