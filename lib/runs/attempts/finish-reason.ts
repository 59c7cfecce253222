const labels: Readonly<Record<string, string>> = {
  stop: "complete",
  length: "cut off at the token limit",
  "content-filter": "stopped by a content filter",
  "tool-calls": "with a call of a tool",
};

/** What a finish reason means, in words; what a server says beyond the usual stays as it wrote it. */
export function finishReasonLabel(reason: string | null): string {
  if (reason === null) return "not said";
  return Object.hasOwn(labels, reason) ? (labels[reason] ?? reason) : reason;
}
