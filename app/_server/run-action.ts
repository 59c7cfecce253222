import "server-only";
import type { Context } from "#lib/context/context.ts";
import { AppError, type AppErrorCode } from "#lib/errors/app-error.ts";
import { log } from "#lib/log/log.ts";
import { findSignedIn } from "./page-context.ts";

export type ActionFailure = {
  ok: false;
  code: AppErrorCode | "internal";
  message: string;
  fields: Readonly<Record<string, string>>;
};
export type ActionResult<Value> = { ok: true; value: Value } | ActionFailure;

/** The edge of every server action: who asks, one verb, and its error as a value that a form can show. */
export async function runAction<Value>(verb: (ctx: Context) => Promise<Value>): Promise<ActionResult<Value>> {
  try {
    const signedIn = await findSignedIn();
    if (signedIn === null)
      throw new AppError("unauthenticated", "You are signed out. Sign in and try again.");
    return { ok: true, value: await verb(signedIn.ctx) };
  } catch (error) {
    return toFailure(error);
  }
}

export function toFailure(error: unknown): ActionFailure {
  if (error instanceof AppError) {
    return { ok: false, code: error.code, message: error.message, fields: error.fields };
  }
  log.error({ err: error }, "action failed");
  return {
    ok: false,
    code: "internal",
    message:
      "Something went wrong on the server. Nothing was changed. Try again; the server's log has the details.",
    fields: {},
  };
}
