import { z } from "zod";

export const workspaceNameSchema = z
  .string()
  .trim()
  .min(1, "Enter a name for the workspace.")
  .max(100, "Use at most 100 characters.")
  .regex(/^\P{Cc}*$/u, "Use letters, digits and signs only.");
