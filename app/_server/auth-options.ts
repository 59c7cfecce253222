import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { AuthRequest } from "#lib/auth/auth-request.ts";
import { findSessionStamp } from "#lib/auth/session-stamp.ts";
import { signInWithIdentity } from "#lib/auth/sign-in-with-identity.ts";
import { signInWithLink } from "#lib/auth/sign-in-with-link.ts";
import { signInWithPassword } from "#lib/auth/sign-in-with-password.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { newId } from "#lib/ids/new-id.ts";
import { log } from "#lib/log/log.ts";
import { sessionSecret } from "#lib/secrets/encryption-key.ts";
import { outsideProviders } from "./outside-providers.ts";

declare module "next-auth" {
  interface Session {
    user?: { id: string; name?: string | null; email?: string | null };
  }
}

let options: NextAuthOptions | undefined;

export function authOptions(): NextAuthOptions {
  options ??= {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: 30 * 24 * 60 * 60 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider(), linkProvider(), ...outsideProviders()],
    callbacks: { signIn: signInCallback, jwt: jwtCallback, session: sessionCallback },
    logger: {
      error: (code, detail) => log.error({ code, detail: String(detail) }, "next-auth"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
  return options;
}

function passwordProvider() {
  return CredentialsProvider({
    id: "password",
    name: "Password",
    credentials: { email: {}, password: {} },
    authorize: async (credentials, request) =>
      await withSafeMessage(() =>
        signInWithPassword(toAuthRequest(request), {
          email: credentials?.email ?? "",
          password: credentials?.password ?? "",
        }),
      ),
  });
}

function linkProvider() {
  return CredentialsProvider({
    id: "link",
    name: "Sign-in link",
    credentials: { token: {} },
    authorize: async (credentials, request) =>
      await withSafeMessage(() => signInWithLink(toAuthRequest(request), credentials?.token ?? "")),
  });
}

/** next-auth puts the message of an error into an address: only ours may go there, not those of a database. */
async function withSafeMessage<User>(signIn: () => Promise<User>): Promise<User> {
  try {
    return await signIn();
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.error({ err: error }, "sign-in failed");
    throw new Error("Sign-in failed because of an error on the server. Its log has the details.");
  }
}

function toAuthRequest(request: { headers?: Record<string, unknown> }): AuthRequest {
  const forwarded = request.headers?.["x-forwarded-for"];
  const address = typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined;
  return { address: address || "local", requestId: newId(), now: new Date() };
}

const signInCallback: NonNullable<NextAuthOptions["callbacks"]>["signIn"] = async ({
  user,
  account,
  profile,
}) => {
  if (account === null || account.type === "credentials") return true;
  try {
    const verified =
      profile !== undefined && "email_verified" in profile
        ? profile.email_verified === true
        : account.provider === "github";
    const member = await signInWithIdentity({
      provider: account.provider,
      subject: account.providerAccountId,
      email: user.email ?? "",
      emailVerified: verified,
    });
    user.id = member.id;
    return true;
  } catch (error) {
    return `/sign-in?error=${error instanceof AppError && error.code === "forbidden" ? "NotAMember" : "OAuthCallback"}`;
  }
};

/** A token whose stamp is no longer that of its account is emptied: it signs nobody in. */
const jwtCallback: NonNullable<NextAuthOptions["callbacks"]>["jwt"] = async ({ token, user }) => {
  if (user) {
    const stamp = await findSessionStamp(user.id);
    return { sub: user.id, name: user.name ?? null, email: user.email ?? null, stamp };
  }
  const stamp = token.sub ? await findSessionStamp(token.sub) : null;
  return stamp !== null && token.stamp === stamp ? token : {};
};

const sessionCallback: NonNullable<NextAuthOptions["callbacks"]>["session"] = ({ session, token }) => ({
  ...session,
  user: { id: token.sub ?? "", name: token.name ?? null, email: token.email ?? null },
});
