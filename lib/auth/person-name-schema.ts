import { z } from "zod";

export const personNameSchema = z
  .string()
  .trim()
  .min(1, "Enter your name.")
  .max(100, "Use at most 100 characters.")
  .regex(/^\P{Cc}*$/u, "Use letters, digits and signs only.");
