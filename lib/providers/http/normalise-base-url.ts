export type NormalisedBaseUrl =
  | { ok: true; baseUrl: string; hint: string | null }
  | { ok: false; reason: string };

/** Checks a base URL that a person typed and removes trailing slashes. Adds nothing; `hint` says what looks unusual. */
export function normaliseBaseUrl(text: string): NormalisedBaseUrl {
  const trimmed = text.trim();
  const url = URL.parse(trimmed);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    return {
      ok: false,
      reason: "Enter an address that starts with http:// or https://, such as http://localhost:11434/v1.",
    };
  }
  if (url.username !== "" || url.password !== "") {
    return {
      ok: false,
      reason: "Leave user name and password out of the address; the key has a field of its own.",
    };
  }
  if (url.search !== "" || url.hash !== "") {
    return {
      ok: false,
      reason: "Leave out everything from the ? or # on: the base URL is the part before /chat/completions.",
    };
  }
  const path = url.pathname.replace(/\/+$/, "");
  return { ok: true, baseUrl: `${url.origin}${path}`, hint: hintFor(path) };
}

function hintFor(path: string): string | null {
  if (path.endsWith("/chat/completions")) {
    return "Remove /chat/completions from the end: it is added to every call.";
  }
  if (!/\/v\d/.test(path)) return "Most servers expect the base URL to end in /v1.";
  return null;
}
