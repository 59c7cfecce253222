import fc from "fast-check";
import { expect, it } from "vitest";
import { ChunkPattern } from "./chunk-pattern.ts";
import { StreamedCompletion } from "./streamed-completion.ts";

const chunk = (content: unknown, more: object = {}, inDelta: object = {}) =>
  JSON.stringify({
    id: "c",
    choices: [{ index: 0, delta: { role: "assistant", content, ...inDelta }, finish_reason: null }],
    ...more,
  });

function learnt(data: string, piece: string): ChunkPattern {
  const pattern = new ChunkPattern();
  pattern.learn(data, piece);
  return pattern;
}

it("reads the piece of a chunk of the same form, whatever is in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (first, second) => {
      expect(learnt(chunk(first), first).read(chunk(second))).toBe(second);
    }),
  );
});

it.each<[string, string]>([
  ["another id", chunk("b").replace('"c"', '"d"')],
  ["a usage", chunk("b", { usage: { prompt_tokens: 1 } })],
  ["a finish reason", chunk("b").replace('finish_reason":null', 'finish_reason":"stop"')],
  ["content that is no text", chunk(null)],
  ["a list of parts", chunk([{ type: "text", text: "b" }])],
  ["a second key in the place of the text", chunk("b").replace('"b"', '"b","content":"c"')],
  ["a cut text", chunk("b").replace('"b"', '"b')],
])("leaves a chunk with %s to the general reader", (_name, data) => {
  expect(learnt(chunk("a"), "a").read(data)).toBeNull();
});

it.each([
  ["two keys of the name", chunk("a", { logprobs: { content: "a" } }), "a"],
  ["a text that came from elsewhere", chunk("", {}, { refusal: "no" }), "no"],
  ["no text", chunk(null), ""],
])("learns nothing from %s", (_name, data, piece) => {
  expect(learnt(data, piece).read(data)).toBeNull();
});

it("gives the same answer as the general reader, however the chunks are mixed", () => {
  const delta = fc.oneof(
    fc.record({ content: fc.string() }),
    fc.record({ content: fc.constant(null), refusal: fc.string() }),
    fc.record({ content: fc.string(), refusal: fc.constantFrom(null, "no") }),
    fc.record({ tool_calls: fc.constant([{ index: 0, function: { name: "f", arguments: "{" } }]) }),
  );
  const one = fc.record({ delta, usage: fc.constantFrom(undefined, null, { prompt_tokens: 3 }) });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (chunks) => {
      const events = chunks.map(({ delta: inner, usage }) =>
        JSON.stringify({ choices: [{ index: 0, delta: inner, finish_reason: null }], usage }),
      );
      const together = new StreamedCompletion((text) => text);
      together.push(`${events.map((data) => `data: ${data}\n\n`).join("")}data: [DONE]\n\n`, 5);
      const alone = events.map((data) => {
        const stream = new StreamedCompletion((text) => text);
        stream.push(`data: ${data}\n\ndata: [DONE]\n\n`, 5);
        return stream.finish().output;
      });
      expect(together.finish().output).toBe(alone.join(""));
    }),
  );
});
