import "server-only";
import { headers } from "next/headers";
import { getServerSession } from "next-auth";
import type { AuthRequest } from "#lib/auth/auth-request.ts";
import { newId } from "#lib/ids/new-id.ts";
import { authOptions } from "./auth-options.ts";

/** The id of the person whose session cookie came with the request, or null. Membership is read from the database each time. */
export async function sessionUserId(): Promise<string | null> {
  const session = await getServerSession(authOptions());
  return session?.user?.id || null;
}

export async function authRequest(): Promise<AuthRequest> {
  return authRequestOf(await headers());
}

export function authRequestOf(source: { get(name: string): string | null }): AuthRequest {
  const forwarded = source.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return { address: forwarded || "local", requestId: newId(), now: new Date() };
}
