import { expect, test } from "vitest";
import { priceRows, searchPriceRows } from "./price-rows.ts";
import type { WorkspacePrice } from "./price-schema.ts";

const own = (id: string, providerModel: string, validFrom: string): WorkspacePrice => ({
  id,
  providerModel,
  validFrom,
  inputPrice: 1,
  outputPrice: 2,
  cachedInputPrice: null,
});
const day = "2026-11-21";

test("the newest price that has begun applies, and goes before the shipped one", () => {
  const rows = priceRows(
    [
      own("1", "gpt-4o", "2026-12-01"),
      own("2", "gpt-4o", "2026-11-21"),
      own("3", "gpt-4o", "2026-01-01"),
      own("4", "mine", "2026-01-01"),
    ],
    day,
  );
  expect(rows.slice(0, 4).map((row) => row.inactive)).toEqual(["not yet", null, "no longer", null]);
  const shipped = rows.filter((row) => !row.isOwn);
  expect(shipped.find((row) => row.model === "gpt-4o")?.inactive).toBe("replaced by your own");
  expect(shipped.find((row) => row.model === "gpt-4o-mini")?.inactive).toBeNull();
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
});

test("a shipped price applies between its days", () => {
  const states = (today: string) =>
    priceRows([], today)
      .filter((row) => row.model === "gemini-3.8-flash")
      .map((row) => row.inactive);
  expect(states(day)).toEqual([null, "not yet"]);
  expect(states("2027-01-01")).toEqual(["no longer", null]);
});

test("every word of a search must be there, in any case", () => {
  const rows = priceRows([own("1", "Our-Model", "2026-01-01")], day);
  expect(searchPriceRows(rows, "our-").map((row) => row.model)).toEqual(["Our-Model"]);
  expect(searchPriceRows(rows, "GROQ llama").map((row) => row.model)).toEqual([
    "llama-3.3-70b-versatile",
    "llama-3.1-8b-instant",
  ]);
  expect(searchPriceRows(rows, "  ")).toHaveLength(rows.length);
});
