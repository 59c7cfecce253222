import type { Priority } from "../starting/options/default-run-options.ts";

export const priorityLabels: Record<Priority, string> = { low: "Low", normal: "Normal", high: "High" };
