import { z } from "zod";

const maxWordsChars = 500;

/** The shapes in which servers put their message: OpenAI, Ollama, FastAPI (vLLM), plain. */
const messageSchema = z.union([
  z.object({ error: z.object({ message: z.string().min(1) }) }).transform(({ error }) => error.message),
  z.object({ error: z.string().min(1) }).transform(({ error }) => error),
  z.object({ message: z.string().min(1) }).transform(({ message }) => message),
  z.object({ detail: z.string().min(1) }).transform(({ detail }) => detail),
  z
    .object({ detail: z.array(z.object({ msg: z.string() })).min(1) })
    .transform(({ detail }) => detail.map(({ msg }) => msg).join("; ")),
]);

/** What a server said in a body that is not an answer, on one line and at most 500 characters; "" if it said nothing. */
export function serverWords(body: string): string {
  return trimmed(messageIn(body) ?? (isHtml(body) ? htmlWords(body) : body));
}

/** Whether a body is a web page: a proxy's error page, a sign-in page, or a base URL that is no API. */
export function isHtml(body: string): boolean {
  return /^\s*(?:<!--|<!doctype html|<html|<head|<body)/i.test(body.slice(0, 1000));
}

function messageIn(body: string): string | null {
  try {
    const parsed = messageSchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function htmlWords(body: string): string {
  const start = body.slice(0, 20_000);
  const title = /<title[^>]{0,200}>([^<]{1,500})/i.exec(start)?.[1];
  return (
    title ??
    start.replace(/<(?:style|script)[^>]{0,200}>[^<]{0,20000}/gi, " ").replace(/<[^<>]{0,500}>/g, " ")
  );
}

function trimmed(text: string): string {
  const oneLine = text
    .slice(0, 8000)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const short = oneLine.length > maxWordsChars ? `${oneLine.slice(0, maxWordsChars - 1)}…` : oneLine;
  return short.toWellFormed();
}
