import { AppError } from "#lib/errors/app-error.ts";

/** Runs a write; where it breaks a unique constraint, throws a conflict with this sentence instead. */
export async function refusingDuplicates<Value>(
  field: string,
  sentence: string,
  write: () => Promise<Value>,
): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "P2002") {
      throw new AppError("conflict", sentence, { [field]: sentence });
    }
    throw error;
  }
}
