import "server-only";
import type { Context } from "#lib/context/context.ts";
import { AppError, type AppErrorCode } from "#lib/errors/app-error.ts";
import { log } from "#lib/log/log.ts";
import { type LogContext, withLogContext } from "#lib/log/log-context.ts";
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
    const { ctx } = signedIn;
    return await withLogContext(whoAsks(ctx), async () => {
      // Within the context, so that the line of a failure carries it.
      try {
        return { ok: true, value: await verb(ctx) };
      } catch (error) {
        return toFailure(error);
      }
    });
  } catch (error) {
    return toFailure(error);
  }
}

/** What the log has of a request: enough to find its lines, and its audit row. */
export function whoAsks({ requestId, workspaceId }: Context): LogContext {
  return { requestId, workspaceId };
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
