import { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";

/** For the end of a write: a name or number that somebody else took first becomes a conflict with this sentence. */
export function conflictWhenTaken(
  message: string,
  fields: Record<string, string> = {},
): (error: unknown) => never {
  return (error) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new AppError("conflict", message, fields);
    }
    throw error;
  };
}
