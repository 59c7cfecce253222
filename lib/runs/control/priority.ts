import { z } from "zod";

export const priorities = ["low", "normal", "high"] as const;
export const prioritySchema = z.enum(priorities);
export type Priority = z.infer<typeof prioritySchema>;

export const priorityLabels: Record<Priority, string> = { low: "Low", normal: "Normal", high: "High" };
