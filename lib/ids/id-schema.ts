import { z } from "zod";

/** An id from an address or a form. Anything else is answered as if the thing did not exist. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "This is not an id.");
