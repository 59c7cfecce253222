import "server-only";
import { apiKeyOf } from "#lib/auth/api-keys/api-key-secret.ts";
import { contextOfApiKey } from "#lib/auth/api-keys/context-of-api-key.ts";
import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { newId } from "#lib/ids/new-id.ts";
import { withLogContext } from "#lib/log/log-context.ts";
import { findSignedIn } from "./page-context.ts";
import { toFailure, whoAsks } from "./run-action.ts";

/** The edge of every route handler: the same verbs and errors as actions, as HTTP. */
export async function runRoute(
  request: Request,
  work: (ctx: Context) => Promise<Response>,
): Promise<Response> {
  try {
    const ctx = await whoComes(request);
    return await withLogContext(whoAsks(ctx), async () => {
      try {
        return await work(ctx);
      } catch (error) {
        return refusal(error);
      }
    });
  } catch (error) {
    return refusal(error);
  }
}

/** A program with an API key, or a person with a session. Browsers never send a key by themselves, so its requests may come from anywhere. */
async function whoComes(request: Request): Promise<Context> {
  const key = apiKeyOf(request.headers.get("authorization"));
  if (key !== null) return await contextOfApiKey(key, { requestId: newId(), now: new Date() });
  const signedIn = await findSignedIn();
  if (signedIn === null) {
    throw new AppError("unauthenticated", "Sign in first, or send an API key: Authorization: Bearer ts_….");
  }
  refuseForeignOrigin(request);
  return signedIn.ctx;
}

function refusal(error: unknown): Response {
  const { code, message, fields } = toFailure(error);
  const status = error instanceof AppError ? error.status : 500;
  const headers = status === 401 ? { "www-authenticate": "Bearer" } : undefined;
  return Response.json({ error: { code, message, fields } }, { status, headers });
}

/** A cookie travels with requests that another site makes; such a request may read nothing and must change nothing. */
function refuseForeignOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (origin !== null && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new AppError("forbidden", "This request came from another site and was refused.");
}
