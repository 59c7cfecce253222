const base = "http://touchstone.invalid";

/**
 * The path to open after sign-in, or "/" unless it stays on this site. Parsed as browsers do, because they drop tabs and line
 * breaks and read a backslash as a slash; the result is checked as well, because "/.//host" becomes "//host".
 */
export function safeNextPath(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith("/") || !URL.canParse(wanted, base)) return "/";
  const url = new URL(wanted, base);
  const path = `${url.pathname}${url.search}${url.hash}`;
  if (url.origin !== base || path.startsWith("//")) return "/";
  return /^\/(sign-in|setup|api)(\/|$)/.test(url.pathname) ? "/" : path;
}
