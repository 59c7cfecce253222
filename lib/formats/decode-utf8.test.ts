import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "./decode-utf8.ts";
import { collect } from "./testing/collect.ts";
import { bytesInChunks } from "./testing/in-chunks.ts";

const decode = async (bytes: Uint8Array, size: number): Promise<string> =>
  (await collect(decodeUtf8(bytesInChunks(bytes, size)))).join("");

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : part)));

describe("decodeUtf8", () => {
  it("decodes at every chunk boundary", async () => {
    const text = "a,é\n世界,🎉\r\nend\uFEFF\u0001";
    for (let size = 1; size <= utf8(text).length; size += 1)
      expect(await decode(utf8(text), size)).toBe(text);
  });

  it("drops a byte order mark and reads files of a few bytes", async () => {
    expect(await decode(utf8("\uFEFFab"), 1)).toBe("ab");
    expect(await decode(utf8("é"), 1)).toBe("é");
    expect(await decode(new Uint8Array(), 1)).toBe("");
  });

  it.each<[string, Uint8Array, number, RegExp]>([
    [
      "Latin-1",
      bytes("a,b\nx,y\ncaf", [0xe9], ",z\n"),
      3,
      /^Line 3 is not valid UTF-8\. Save the file as UTF-8/,
    ],
    ["a character cut by a line end", bytes("a\n", [0xe2, 0x82], "\nb\n"), 2, /^Line 2 is not valid UTF-8/],
    ["an encoded surrogate", bytes("abcd\n\n", [0xed, 0xa0, 0x80], "\n"), 3, /^Line 3 is not/],
    ["an end in the middle of a character", bytes("ab\ncd", [0xe2, 0x82]), 2, /ends in the middle .* line 2/],
    ["NUL", bytes("abc\nd", [0], "\n"), 2, /^Line 2 contains a NUL byte/],
    ["UTF-16 little endian", bytes([0xff, 0xfe, 0x61, 0]), 1, /is UTF-16, not UTF-8/],
    ["UTF-16 big endian", bytes([0xfe, 0xff, 0, 0x61]), 1, /is UTF-16, not UTF-8/],
    ["a two-byte UTF-16 file", bytes([0xff, 0xfe]), 1, /is UTF-16/],
    ["an Excel workbook", bytes("PK", [3, 4, 0, 0, 0]), 1, /Excel workbook/],
  ])("names %s and its line at every chunk size", async (_name, input, line, message) => {
    for (let size = 1; size <= input.length; size += 1) {
      await expect(decode(input, size)).rejects.toMatchObject({
        name: "FormatError",
        line,
        message: expect.stringMatching(message),
      });
    }
  });
});
