import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/env/env.ts";

/**
 * Runs before every page and route: hands the address to the sign-in redirect and sets the Content-Security-Policy. Both request
 * headers are set here and nowhere else, so one that came from outside is always overwritten.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const forwarded = new Headers(request.headers);
  forwarded.set("x-touchstone-path", pathOf(request));
  forwarded.set("x-nonce", nonce);
  // Next reads the nonce for its own script elements from this header of the request.
  forwarded.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// Next copies the body of every request that passes here into memory and cuts it at 10 MB: an upload must not pass.
export const config = { matcher: ["/((?!api/v1/|_next/static/|icon\\.svg$).*)"] };

function pathOf(request: NextRequest): string {
  const search = new URLSearchParams(request.nextUrl.search);
  search.delete("_rsc");
  const query = search.toString();
  return query === "" ? request.nextUrl.pathname : `${request.nextUrl.pathname}?${query}`;
}

/**
 * Scripts need the nonce of their page. Styles may be inline: charts, overlays and virtual rows position themselves with style
 * attributes, which no nonce can cover. Images come from here only, so that an answer rendered as Markdown reports to nobody.
 */
function contentSecurityPolicy(nonce: string): string {
  const development = env().NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
