import "server-only";
import { cookies } from "next/headers";
import { env } from "#lib/env/env.ts";
import { workspaceCookie } from "./page-context.ts";

/** A choice and no permission: membership is read from the database on every request. Works in actions and route handlers only. */
export async function rememberWorkspace(workspaceId: string): Promise<void> {
  (await cookies()).set(workspaceCookie, workspaceId, {
    httpOnly: true,
    sameSite: "lax",
    secure: env().TOUCHSTONE_URL?.startsWith("https:") ?? false,
    path: "/",
    maxAge: 365 * 24 * 60 * 60,
  });
}
