import { ProviderError } from "../../provider-error.ts";
import { classifyInBandError } from "../http/classify-failure.ts";
import type { Scrub } from "../http/scrub-secrets.ts";
import { type Completion, completionSchema } from "./completion-shape.ts";
import { isHtml, serverWords } from "./server-words.ts";

/** Parses one JSON text of an answer. Throws `ProviderError` if it is no JSON object, or carries an error. */
export function parseCompletion(text: string, scrub: Scrub): Completion {
  const parsed = completionSchema.safeParse(parseJson(text));
  if (!parsed.success) throw unreadable(text, scrub);
  const { error } = parsed.data;
  if (error === null || error === undefined) return parsed.data;
  const words = serverWords(scrub(text));
  const { errorClass, advice } = classifyInBandError(
    error.code ?? error.type ?? null,
    `${words} ${error.type ?? ""}`,
  );
  throw new ProviderError(`The server reported an error. ${advice} It said: "${words}"`, {
    errorClass,
    status: 200,
  });
}

/** Status 200 with something that is not an answer. */
export function unreadable(text: string, scrub: Scrub): ProviderError {
  const what = isHtml(text)
    ? "a web page instead of an answer: check that the base URL is that of the API"
    : "something that is not a chat completion";
  return badAnswer(`The server sent ${what}. It said: "${serverWords(scrub(text))}"`);
}

export function withoutChoices(text: string, scrub: Scrub): ProviderError {
  return badAnswer(`The server's answer has no choices. It said: "${serverWords(scrub(text))}"`);
}

export function brokenOff(receivedChars: number): ProviderError {
  const message = `The server's stream broke off after ${receivedChars} characters of answer, before it was finished. Try again.`;
  return new ProviderError(message, { errorClass: "transient", status: 200 });
}

function badAnswer(message: string): ProviderError {
  return new ProviderError(message, { errorClass: "bad-answer", status: 200 });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
