const notices: Readonly<Record<string, string>> = {
  AccessDenied: "That account was refused. Ask an admin to invite you.",
  NotAMember:
    "The e-mail address of that account does not belong to a member here. Ask an admin to invite you.",
  SessionRequired: "Sign in to see this page.",
  Configuration: "This way to sign in is not set up correctly. The server's log has the details.",
  OAuthSignin: "The other service could not be reached. Try again, or sign in with your password.",
  OAuthCallback: "The other service did not confirm who you are. Try again, or sign in with your password.",
};

/**
 * What the sign-in page says about the code in its address. Only our own sentences: text from an address on a page that asks for
 * a password could be anybody's.
 */
export function signInNotice(code: string | undefined): string | null {
  if (code === undefined || code === "") return null;
  return Object.hasOwn(notices, code) ? (notices[code] ?? null) : "Sign-in failed. Try again.";
}
