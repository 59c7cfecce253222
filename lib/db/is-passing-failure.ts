/** Conditions of PostgreSQL that end by themselves: shutting down, starting up, too many connections, a deadlock or a lost race. */
const passingStates = new Set(["57P01", "57P02", "57P03", "53300", "40001", "40P01"]);
const passingErrnos = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);

/** Whether the same statement may succeed a little later: the database restarts, or the network is away. */
export function isPassingFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (passingStates.has(code) || passingErrnos.has(code) || code.startsWith("08")) return true;
  if (error instanceof AggregateError) return error.errors.some(isPassingFailure);
  return /connection terminated|timeout exceeded when trying to connect|connection timeout/i.test(
    error.message,
  );
}
