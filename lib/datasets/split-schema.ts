import { z } from "zod";
import { splits } from "./split.ts";

export const splitSchema = z.enum(splits);
