import { z } from "zod";
import { idPattern } from "./is-id.ts";

/** An id from an address or a form. Anything else is answered as if the thing did not exist. */
export const idSchema = z.string().regex(idPattern, "This is not an id.");
