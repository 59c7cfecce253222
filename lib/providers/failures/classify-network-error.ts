import type { Failure } from "./failure.ts";

/** A connection that failed before or during the answer; `code` is the error code of Node or undici. */
export function classifyNetworkError(code: string): Failure {
  if (code === "ECONNREFUSED") {
    return broken("Nothing listens there: check that the server runs and the port is right.");
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return broken("The host name cannot be found: check the base URL and the network.");
  }
  if (/TIMEOUT|ETIMEDOUT/.test(code)) {
    const advice = "It took too long: try again, or allow more time.";
    return { errorClass: "transient", code: "timeout", advice };
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) {
    return refused("connection", "The server's certificate is not trusted.");
  }
  if (/^ERR_SSL|EPROTO/.test(code)) {
    return refused("connection", "The server does not speak TLS there: check http or https in the base URL.");
  }
  if (/UND_ERR_(?:INVALID_ARG|NOT_SUPPORTED)|ERR_INVALID/.test(code)) {
    return refused(
      "bad-request",
      "Check the API key and the extra headers for characters that are not allowed.",
    );
  }
  if (/UND_ERR_(?:DESTROYED|CLOSED)/.test(code)) {
    return {
      errorClass: "cancelled",
      code: "cancelled",
      advice: "The connection was closed on our side.",
    };
  }
  return broken("The connection broke: try again.");
}

function broken(advice: string): Failure {
  return { errorClass: "transient", code: "connection", advice };
}

function refused(code: Failure["code"], advice: string): Failure {
  return { errorClass: "permanent", code, advice };
}
