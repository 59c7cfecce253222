import type { AnswerRequest } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import {
  placeholderNames,
  placeholderValue,
  type RequestValues,
  replacePlaceholders,
  requestValues,
  unknownPlaceholder,
  valueText,
  wholePlaceholder,
} from "./placeholders.ts";

export type ReadAddress = { ok: true; url: URL; address: string } | { ok: false; reason: string };

/** Servers commonly refuse more: nginx at 8 kB, Node at 16 kB with all headers. */
const MAX_PATH_CHARS = 14_000;
const ORIGIN = /^(https?:\/\/[^/?#\\]*)/i;

const NOT_AN_ADDRESS = "Enter the address of the service, such as https://agent.example.com/answer.";

/**
 * Reads the address of a service, in whose path and query placeholders may stand: `https://x.example/items/{{key}}?q={{prompt}}`.
 * Gives the address as the URL standard writes it, placeholders as they were written, and the URL to look at the host of. The
 * host is fixed: a placeholder in it is refused, because a case must never decide whom the machine calls.
 */
export function readServiceAddress(text: string): ReadAddress {
  const host = ORIGIN.exec(text)?.[1] ?? "";
  if (placeholderNames(host).length > 0) {
    return {
      ok: false,
      reason: "Placeholders may stand in the path and the query of the address, not in its host.",
    };
  }
  const unknown = unknownPlaceholder(placeholderNames(text), "address");
  if (unknown !== null) return { ok: false, reason: unknown };
  const placeholders: string[] = [];
  const inert = replacePlaceholders(text, (body) => {
    placeholders.push(`{{${body}}}`);
    return `placeholder-${placeholders.length - 1}-of-touchstone`;
  });
  const url = URL.parse(inert);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    return { ok: false, reason: NOT_AN_ADDRESS };
  }
  if (/placeholder-\d+-of-touchstone/.test(`${url.username}${url.password}${url.host}`)) {
    return { ok: false, reason: NOT_AN_ADDRESS };
  }
  const address = url.href.replace(
    /placeholder-(\d+)-of-touchstone/g,
    (whole, index: string) => placeholders[Number(index)] ?? whole,
  );
  return { ok: true, url, address };
}

/**
 * Path and query of one request. Every value is percent-encoded as a whole, so it stays within its segment or parameter. A
 * parameter whose only value may be absent, and is, is left out. Throws a permanent `ProviderError` for a value that is missing,
 * that would make a segment `.` or `..`, or that makes the address too long for servers.
 */
export function buildServicePath(address: string, request: AnswerRequest, model: string): string {
  const behindHost = address.replace(ORIGIN, "");
  if (placeholderNames(behindHost).length === 0) return behindHost;
  const values = requestValues(request, model);
  const [path = "", ...queries] = behindHost.split("?");
  const segments = path.split("/").map((segment) => fillSegment(segment, values));
  const parameters = queries
    .join("?")
    .split("&")
    .flatMap((parameter) => fillParameter(parameter, values) ?? []);
  const query = queries.length === 0 || parameters.length === 0 ? "" : `?${parameters.join("&")}`;
  const filled = segments.join("/") + query;
  if (filled.length > MAX_PATH_CHARS) {
    throw refusal(
      `The address of this case would have ${filled.length.toLocaleString("en-US")} characters, and servers take at most about ${MAX_PATH_CHARS.toLocaleString("en-US")}. Send long texts in the body, with POST.`,
    );
  }
  return filled;
}

function fillSegment(segment: string, values: RequestValues): string {
  const filled = fillText(segment, values);
  // A server resolves these, so that the case would choose another path.
  if (filled !== segment && /^(?:\.|%2e){1,2}$/i.test(filled)) {
    throw refusal(
      `A part of the address of this case would be "${filled}", which leads to another path. Correct the field of the case that stands there.`,
    );
  }
  return filled;
}

function fillParameter(parameter: string, values: RequestValues): string | null {
  const only = wholePlaceholder(parameter.slice(parameter.indexOf("=") + 1));
  if (only !== null && placeholderValue(only, values, "address") === undefined) return null;
  return fillText(parameter, values);
}

function fillText(text: string, values: RequestValues): string {
  return replacePlaceholders(text, (body) => {
    const value = placeholderValue(body, values, "address");
    return encodeURIComponent(valueText(value).toWellFormed());
  });
}

function refusal(message: string): ProviderError {
  return new ProviderError(message, { errorClass: "permanent" });
}
