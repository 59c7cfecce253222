import { classifyInBandError } from "../../failures/classify-status.ts";
import { isHtml, serverWords } from "../../failures/server-words.ts";
import type { Scrub } from "../../http/scrub-secrets.ts";
import { parseJson } from "../../json-fields.ts";
import { ProviderError } from "../../provider-error.ts";
import { type Completion, readCompletion } from "./read-completion.ts";

/** Parses one JSON text of an answer. Throws `ProviderError` if it is no JSON object, or carries an error. */
export function parseCompletion(text: string, scrub: Scrub): Completion {
  const completion = readCompletion(parseJson(text));
  if (completion === null) throw unreadable(text, scrub);
  if (completion.error === null) return completion;
  const { code, type } = completion.error;
  const failure = classifyInBandError(code ?? type, text);
  throw new ProviderError(
    `The server reported an error. ${failure.advice} It said: "${serverWords(scrub(text))}"`,
    { errorClass: failure.errorClass, code: failure.code, status: 200 },
  );
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
  return new ProviderError(message, { errorClass: "transient", code: "connection", status: 200 });
}

function badAnswer(message: string): ProviderError {
  return new ProviderError(message, { errorClass: "bad-answer", status: 200 });
}
