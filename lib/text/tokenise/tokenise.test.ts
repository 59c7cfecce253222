import { describe, expect, it } from "vitest";
import { bleuTokens } from "../bleu/bleu-tokens.ts";
import { splitWhitespace } from "./split-whitespace.ts";
import { tokenise13a } from "./tokenise-13a.ts";
import { tokeniseInternational } from "./tokenise-international.ts";

describe("splitWhitespace", () => {
  it.each([
    ["", []],
    [" \t\n", []],
    [" a  b\u00a0c\u3000d ", ["a", "b", "c", "d"]],
    ["a\u0085b\u001cc", ["a", "b", "c"]],
    ["\ufeffa b", ["\ufeffa", "b"]],
  ])("of %j", (text, words) => {
    expect(splitWhitespace(text)).toEqual(words);
  });
});

describe("tokenise13a", () => {
  it.each([
    ["Hello, world! It's 3.14 (approx.)", "Hello , world ! It's 3.14 ( approx . )"],
    ["1,000.50 and 1990-2000 well-known", "1,000.50 and 1990 - 2000 well-known"],
    ["&quot;A&amp;B&quot; &lt;x&gt;", '" A & B " < x >'],
    ["hyphen-\nated\nline", "hyphenated line"],
    ["", ""],
    ["$5 $& $1", "$ 5 $ & $ 1"],
    ["日本。", "日本。"],
  ])("of %j", (text, tokens) => {
    expect(tokenise13a(text).join(" ")).toBe(tokens);
  });
});

describe("tokeniseInternational", () => {
  it.each([
    ["日本。 «oui» 3,5 €", "日本 。 « oui » 3,5 €"],
    ["a+b=1.5.", "a + b = 1.5."],
    ["x. (y)", "x . ( y )"],
  ])("of %j", (text, tokens) => {
    expect(tokeniseInternational(text).join(" ")).toBe(tokens);
  });
});

describe("bleuTokens", () => {
  it.each([
    ["char", "a 😀", ["a", "😀"]],
    ["none", "A, b ", ["A,", "b"]],
  ] as const)("with %s of %j", (tokeniser, text, tokens) => {
    expect(bleuTokens(text, tokeniser, "keep")).toEqual(tokens);
  });

  it("lowers case before it splits", () => {
    expect(bleuTokens("ÀB", "none", "lower")).toEqual(["àb"]);
  });
});
