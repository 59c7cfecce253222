import { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";

/** The unique key settles who is first; whoever comes second is told. */
export async function refuseTakenName<Value>(name: string, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    const message = `There is already a dataset called "${name}" in this workspace. Choose another name.`;
    throw new AppError("conflict", message, { name: message });
  }
}
