import { describe, expect, test } from "vitest";
import { vendorAt, vendors } from "./list/vendor.ts";
import { findListPrice, priceList, priceListDate, priceListSections } from "./price-list.ts";

const at = new Date("2026-11-21T12:00:00Z");
const inputOf = (model: string, when = at) => findListPrice("openai", model, when)?.inputPrice ?? null;

describe("the list", () => {
  test("holds whole micro-dollars, names a page and a day that is not later than its own, and covers every vendor", () => {
    for (const entry of priceList) {
      for (const price of [entry.inputPrice, entry.outputPrice, entry.cachedInputPrice ?? 1]) {
        expect(Number.isInteger(price) && (price ?? 0) > 0, entry.model).toBe(true);
      }
      expect(entry.cachedInputPrice ?? 0, entry.model).toBeLessThan(entry.inputPrice ?? 0);
    }
    for (const { asOf, source, basis } of priceListSections) {
      expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(asOf <= priceListDate).toBe(true);
      expect(URL.canParse(source)).toBe(true);
      expect(basis.length).toBeGreaterThan(20);
    }
    expect(new Set(priceList.map((entry) => entry.vendor))).toEqual(new Set(vendors));
  });

  test("has one price for a model on any day", () => {
    for (const entry of priceList) {
      const same = priceList.filter((other) => other.vendor === entry.vendor && other.model === entry.model);
      for (const day of [entry.from, entry.until, "2026-11-21"].filter((one) => one !== null)) {
        const holding = same.filter(({ from, until }) => (from ?? "") <= day && day <= (until ?? "9999"));
        expect(holding.length, `${entry.model} on ${day}`).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe("finding", () => {
  test.each([
    ["gpt-4o", 2_500_000],
    ["gpt-4o-2024-08-06", 2_500_000],
    ["gpt-4o-2024-05-13", 5_000_000],
    ["gpt-4o-mini-2024-07-18", 150_000],
    ["gpt-4o-audio-preview", null],
    ["gpt-4", null],
    ["GPT-4o", null],
    ["", null],
    ["constructor", null],
  ])("%s", (model, price) => {
    expect(inputOf(model)).toBe(price);
  });

  test("a dated snapshot and a name with Google's prefix are the model itself", () => {
    expect(findListPrice("anthropic", "claude-haiku-4-5-20251001", at)?.outputPrice).toBe(5_000_000);
    expect(findListPrice("google", "models/gemini-2.5-pro", at)?.inputPrice).toBe(1_250_000);
  });

  test("a price changes on its day, and another vendor's does not hold", () => {
    const cached = (day: string) =>
      findListPrice("anthropic", "claude-sonnet-5-5", new Date(day))?.cachedInputPrice;
    expect(cached("2026-10-06T23:59:59Z")).toBe(200_000);
    expect(cached("2026-10-07T00:00:00Z")).toBe(100_000);
    expect(findListPrice("google", "gemini-3.8-flash", new Date("2027-01-01"))?.inputPrice).toBe(1_500_000);
    expect(findListPrice("groq", "gpt-4o", at)).toBeNull();
  });
});

test.each([
  ["https://api.openai.com/v1", "openai"],
  ["https://api.together.xyz/v1", "together"],
  ["http://localhost:11434/v1", null],
  ["https://api.openai.com.example.test/v1", null],
  ["https://proxy.example.test/api.openai.com", null],
  ["not an address", null],
  ["", null],
])("the prices at %s are those of %s", (baseUrl, vendor) => {
  expect(vendorAt(baseUrl)).toBe(vendor);
});
