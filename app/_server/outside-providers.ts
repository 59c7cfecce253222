import "server-only";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "#lib/env/env.ts";

const profileSchema = z.object({
  sub: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
});
type Profile = z.infer<typeof profileSchema>;

/** The outside sign-ins whose variables are set. */
export function outsideProviders() {
  const settings = env();
  const providers = [];
  if (settings.OIDC_ISSUER && settings.OIDC_CLIENT_ID && settings.OIDC_CLIENT_SECRET) {
    providers.push(openIdConnect(settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET));
  }
  if (settings.GITHUB_CLIENT_ID && settings.GITHUB_CLIENT_SECRET) {
    providers.push(
      GitHubProvider({ clientId: settings.GITHUB_CLIENT_ID, clientSecret: settings.GITHUB_CLIENT_SECRET }),
    );
  }
  if (settings.GOOGLE_CLIENT_ID && settings.GOOGLE_CLIENT_SECRET) {
    providers.push(
      GoogleProvider({ clientId: settings.GOOGLE_CLIENT_ID, clientSecret: settings.GOOGLE_CLIENT_SECRET }),
    );
  }
  return providers;
}

/** What the sign-in page offers besides the password. */
export function outsideProviderNames(): { id: string; name: string }[] {
  return outsideProviders().map(({ id, name }) => ({ id, name }));
}

function openIdConnect(issuer: string, clientId: string, clientSecret: string): OAuthConfig<Profile> {
  return {
    id: "oidc",
    name: env().OIDC_NAME ?? "single sign-on",
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state"],
    clientId,
    clientSecret,
    profile: (profile) => {
      const { sub, name, email } = profileSchema.parse(profile);
      return { id: sub, name: name ?? email ?? sub, email: email ?? "" };
    },
  };
}
