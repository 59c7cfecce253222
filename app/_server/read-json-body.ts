import "server-only";
import { AppError } from "#lib/errors/app-error.ts";

const mostCharacters = 100_000;

/** The fields of a small JSON body; each verb parses what it gets. @throws AppError when it is too large or no JSON object. */
export async function readJsonBody(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text.length > mostCharacters) throw new AppError("too-large", "The request is too large.");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The request's body is not JSON.");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new AppError("invalid", "The request's body must be a JSON object.");
  }
  return { ...body };
}
