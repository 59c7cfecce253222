import { classifyInBandError, classifyStatus } from "../failures/classify-status.ts";
import type { Failure } from "../failures/failure.ts";
import { isHtml, serverWords } from "../failures/server-words.ts";
import type { Scrub } from "../http/scrub-secrets.ts";
import { isObject, memberOf, parseJson, textOf } from "../json-fields.ts";
import { ProviderError } from "../provider-error.ts";

/** What a vendor package throws or reports, as our own error in the server's words. */
export function vendorFailure(error: unknown, scrub: Scrub): ProviderError {
  if (error instanceof ProviderError) return error;
  const name = textOf(memberOf(error, "name")) ?? "";
  const message = error instanceof Error ? error.message : (textOf(memberOf(error, "message")) ?? "");
  const status = memberOf(error, "statusCode");
  if (typeof status === "number") {
    const body = textOf(memberOf(error, "responseBody")) ?? message;
    return reported(classifyStatus(status, body), body, scrub, status);
  }
  if (/JSONParse|TypeValidation|InvalidResponseData/.test(name)) {
    const text = textOf(memberOf(error, "text")) ?? JSON.stringify(memberOf(error, "value")) ?? message;
    return unreadableAnswer(text, scrub);
  }
  if (/^AI_/.test(name)) {
    const advice = "Change the prompt or the parameters of the model.";
    return new ProviderError(
      scrub(`This request cannot be made to this vendor: ${message.replace(/\.$/, "")}. ${advice}`),
      {
        errorClass: "permanent",
      },
    );
  }
  const body = isObject(error) && !(error instanceof Error) ? JSON.stringify({ error }) : message;
  return reported(inBand(error, body), body, scrub, 200);
}

/** A success that is no stream of events: an error in its place, or something else altogether. */
export function unreadableAnswer(body: string, scrub: Scrub): ProviderError {
  const error = memberOf(parseJson(body), "error");
  if (isObject(error)) return reported(inBand(error, body), body, scrub, 200);
  const what = isHtml(body)
    ? "a web page instead of an answer: check that the base URL is that of the API"
    : "something that is not an answer";
  const message = `The server sent ${what}. It said: "${serverWords(scrub(body))}"`;
  return new ProviderError(message, { errorClass: "bad-answer", status: 200 });
}

function inBand(error: unknown, body: string): Failure {
  const code = memberOf(error, "code") ?? memberOf(error, "type");
  return classifyInBandError(typeof code === "number" ? code : textOf(code), body);
}

function reported({ errorClass, code, advice }: Failure, body: string, scrub: Scrub, status: number) {
  const words = serverWords(scrub(body)) || "nothing";
  return new ProviderError(`The server reported an error. ${advice} It said: "${words}"`, {
    errorClass,
    code,
    status,
  });
}
