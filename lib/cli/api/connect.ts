import { CommandError } from "../command-error.ts";
import { readEvents } from "./read-events.ts";

export type Api = {
  get<Answer>(path: string): Promise<Answer>;
  send<Answer>(method: "POST" | "PUT", path: string, body?: unknown): Promise<Answer>;
  /** The values of a stream of server-sent events, until the server ends it. */
  events<Value>(path: string, signal?: AbortSignal): AsyncGenerator<Value>;
  /** The address of a page. */
  page(path: string): string;
};

/** The server understood and refuses; its own sentence is the message. */
export class Refusal extends CommandError {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const longestAnswerMs = 5 * 60_000;

/** @throws CommandError when the address or the key is not there or cannot be one. */
export function connect({ url, apiKey }: { url: string | undefined; apiKey: string | undefined }): Api {
  if (url === undefined) {
    throw new CommandError("Say where Touchstone is: set TOUCHSTONE_URL, or give --url https://….");
  }
  if (apiKey === undefined) {
    throw new CommandError(
      "An API key is needed: an admin creates one under Settings, API keys. Set TOUCHSTONE_API_KEY to it.",
    );
  }
  if (!/^ts_[\w-]+$/.test(apiKey)) throw new CommandError("This is not an API key: each begins with ts_.");
  const base = baseOf(url);
  const ask = async (path: string, request: RequestInit) => {
    const headers = { ...request.headers, authorization: `Bearer ${apiKey}` };
    const answer = await reach(`${base}${path}`, { ...request, headers, redirect: "manual" });
    if (!answer.ok) throw await refusalOf(answer, base);
    return answer;
  };
  const json = async <Answer>(path: string, request: RequestInit): Promise<Answer> => {
    const answer = await ask(path, { signal: AbortSignal.timeout(longestAnswerMs), ...request });
    const body: unknown = await answer.json().catch(() => {
      throw new CommandError(`What answers at ${base} is not Touchstone. Check TOUCHSTONE_URL or --url.`);
    });
    // Command line and server are built together, so the shape of a good answer is known.
    return body as Answer;
  };
  return {
    get: async (path) => await json(path, { headers: { accept: "application/json" } }),
    send: async (method, path, body) =>
      await json(path, {
        method,
        headers: { accept: "application/json", "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    events: async function* events(path, signal) {
      const { body } = await ask(path, { signal, headers: { accept: "text/event-stream" } });
      if (body !== null) yield* readEvents(body);
    },
    page: (path) => `${base}${path}`,
  };
}

function baseOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw new CommandError(`"${url}" is not an address. It looks like https://touchstone.example.com.`);
  }
  return `${parsed.origin}${parsed.pathname.replace(/\/+$/, "")}`;
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    request.signal?.throwIfAborted();
    throw new Unreachable(new URL(address).origin, reasonOf(error));
  }
}

/** Nothing answered: worth another try for who waits. */
export class Unreachable extends CommandError {
  constructor(origin: string, reason: string) {
    super(`Nothing answers at ${origin}${reason}. Check TOUCHSTONE_URL or --url, and that Touchstone runs.`);
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
}

async function refusalOf(answer: Response, base: string): Promise<CommandError> {
  const { status } = answer;
  // A redirect would turn POST into GET, and lose the key on the way to another origin.
  const elsewhere = answer.headers.get("location");
  if (elsewhere !== null && status < 400) {
    const target = new URL(elsewhere, base).origin;
    return new CommandError(`${base} sends to ${target}. Use that address in TOUCHSTONE_URL or --url.`);
  }
  const message = messageOf(await answer.json().catch(() => null));
  if (message !== null) return new Refusal(status, message);
  if (status >= 500) return new Unreachable(base, ` (status ${status})`);
  return new CommandError(`${base} answers ${status} and is not Touchstone. Check TOUCHSTONE_URL or --url.`);
}

function messageOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("error" in body)) return null;
  const { error } = body;
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : null;
}
