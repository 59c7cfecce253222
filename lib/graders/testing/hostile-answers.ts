const megabyte = 1_000_000;

export const hostileOutputs: readonly [string, string][] = [
  ["an empty text", ""],
  ["white space", " \n\t\u00a0 "],
  ["1 MB of one letter", "a".repeat(megabyte)],
  ["1 MB of words", "lorem 12 ".repeat(megabyte / 9)],
  ["1 MB of digits", "7".repeat(megabyte)],
  ["1 MB of code fences", "```json\n".repeat(megabyte / 8)],
  ["1 MB of open brackets", "[".repeat(megabyte)],
  ["deep JSON", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["deep objects", `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`],
  ["a wide list", `[${"{},".repeat(100_000)}{}]`],
  ["emoji", "👩‍👩‍👧‍👦 12 🇩🇪 ✅"],
  ["right-to-left text", "‮الجواب هو 12‬ שלום"],
  ["combining characters", "a\u0301\u0327e\u0308".repeat(200)],
  ["a lone high surrogate", "total \ud83d 5"],
  ["a lone low surrogate", "\udc00"],
  ["NUL and control characters", "\u0000\u0007\u001b[31m 5"],
  ["NaN", "NaN"],
  ["a number beyond the range", "1e400"],
  ["JSON with __proto__", '{"__proto__": {"polluted": true}, "total": 1e999}'],
  ["a number that is too small", "1e-400"],
  ["JSON with a number beyond the range", '{"total": 1e400, "vendor": -1e400}'],
  ["JSON with a lone surrogate", '{"total": "\\ud83d", "vendor": "\udc00"}'],
  ["right-to-left override in JSON", '{"total": "\u202e12.5\u202c"}'],
  [
    "1 MB of JSON",
    JSON.stringify({ items: Array.from({ length: 30_000 }, (_, id) => ({ id, name: "x".repeat(8) })) }),
  ],
  ["1 MB without a space in many scripts", "漢字かなΩж".repeat(megabyte / 6)],
  ["1 MB of letters in brackets", "(A) ".repeat(megabyte / 4)],
  ["1 MB of tags", "<a>".repeat(megabyte / 3)],
  ["1 MB of operators", "1+(".repeat(megabyte / 3)],
  ["1 MB of list items", "- &a [*a]\n".repeat(megabyte / 10)],
  ["a formula", '=HYPERLINK("http://example.test","x")'],
];

export const expectedValues: readonly [string, unknown][] = [
  ["no expected value", undefined],
  ["null", null],
  ["an empty text", ""],
  ["text", "The total is 12.50 EUR"],
  ["a lone surrogate", "\ud83d"],
  ["another script", "مرحبا"],
  ["a number", 12.5],
  ["a number that is not finite", Number.POSITIVE_INFINITY],
  ["true", true],
  ["an empty list", []],
  ["a list of texts", ["12.50", "twelve fifty"]],
  ["a list of objects", [{ total: 12.5 }, null]],
  ["an object", { total: 12.5, vendor: { name: "Acme", "": null }, ["__proto__"]: 1 }],
  ["an empty object", {}],
];

/** Comparing a large answer takes up to a second, so it meets only the expected values that differ in kind. */
export const expectedOfLargeOutputs = expectedValues.filter(([name]) =>
  ["text", "a list of texts", "an object"].includes(name),
);
