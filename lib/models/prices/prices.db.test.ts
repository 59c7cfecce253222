import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import type { PricedVersion } from "./choose-price.ts";
import { exportPrices } from "./export-prices.ts";
import { listPrices } from "./list-prices.ts";
import { removePrice } from "./remove-price.ts";
import { resolvePrice, resolvePrices } from "./resolve-price.ts";
import { type SavePriceInput, savePrice } from "./save-price.ts";

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await createTestWorkspace();
});

const price = (part: Partial<SavePriceInput> = {}): SavePriceInput => ({
  providerModel: `model-${newId()}`,
  validFrom: "2026-01-01",
  inputPrice: 1_000_000,
  outputPrice: 2_000_000,
  ...part,
});

const auditOf = (subjectId: string) =>
  db().auditEvent.findMany({
    where: { workspaceId: workspace.ctx.workspaceId, subjectId },
    orderBy: { id: "asc" },
    select: { action: true },
  });

describe("saving", () => {
  test("adds, changes and says what was before, each with an audit row", async () => {
    const input = price();
    const added = await savePrice(workspace.ctx, input);
    expect(added.former).toBeNull();
    const priceId = added.price.id;
    const changed = await savePrice(workspace.ctx, { ...input, priceId, inputPrice: 0, cachedInputPrice: 0 });
    expect(changed.former).toEqual(added.price);
    expect(changed.price).toEqual({ ...added.price, inputPrice: 0, cachedInputPrice: 0 });
    expect(await auditOf(priceId)).toEqual([{ action: "price.add" }, { action: "price.change" }]);
  });

  test("refuses a second price of a model from the same day, in words", async () => {
    const input = price();
    await savePrice(workspace.ctx, input);
    await expect(savePrice(workspace.ctx, input)).rejects.toThrow("from 2026-01-01 on already");
  });

  test.each([
    [{ inputPrice: -1 }, "negative"],
    [{ outputPrice: 0.5 }, "whole micro-dollars"],
    [{ inputPrice: 3_000_000_000 }, "at most $2,000"],
    [{ outputPrice: null }, "Enter the prices of input and output"],
    [{ validFrom: "2026-02-30" }, "year-month-day"],
    [{ providerModel: "  " }, "id that the server knows"],
  ])("refuses %j", async (part, words) => {
    await expect(savePrice(workspace.ctx, price(part))).rejects.toThrow(words);
  });

  test("refuses another workspace and a reviewer", async () => {
    const { price: own } = await savePrice(workspace.ctx, price());
    const foreign = savePrice(workspace.otherCtx, price({ priceId: own.id }));
    await expect(foreign).rejects.toMatchObject({ code: "not-found" });
    await expect(savePrice(workspace.ctxWithRole("reviewer"), price())).rejects.toThrow("role editor");
  });
});

describe("removing", () => {
  test("returns the row, so that saving it again undoes it; a second removal finds nothing", async () => {
    const { price: own } = await savePrice(workspace.ctx, price());
    const removed = await removePrice(workspace.ctx, { priceId: own.id });
    expect(removed).toEqual(own);
    await expect(removePrice(workspace.ctx, { priceId: own.id })).rejects.toMatchObject({
      code: "not-found",
    });
    const { id: _id, ...content } = removed;
    await savePrice(workspace.ctx, content);
    expect(await auditOf(own.id)).toEqual([{ action: "price.add" }, { action: "price.remove" }]);
  });

  test("refuses another workspace and a viewer", async () => {
    const { price: own } = await savePrice(workspace.ctx, price());
    await expect(removePrice(workspace.otherCtx, { priceId: own.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(removePrice(workspace.ctxWithRole("viewer"), { priceId: own.id })).rejects.toThrow(
      "role editor",
    );
    expect(await db().price.count({ where: { id: own.id } })).toBe(1);
  });
});

describe("listing and exporting", () => {
  test("pages through every price once, by model and the newest day first, and never another workspace's", async () => {
    const { ctx, otherCtx } = await createTestWorkspace();
    for (const validFrom of ["2026-01-01", "2026-03-01"]) {
      for (const providerModel of ["b", "a", "=c"]) await savePrice(ctx, price({ providerModel, validFrom }));
    }
    await savePrice(otherCtx, price({ providerModel: "theirs" }));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listPrices>> = await listPrices(ctx, { cursor, limit: 4 });
      seen.push(...page.items.map((item) => `${item.providerModel} ${item.validFrom}`));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect([...seen].sort()).toEqual(
      ["=c", "a", "b"].flatMap((model) => [`${model} 2026-01-01`, `${model} 2026-03-01`]).sort(),
    );
    expect(seen.indexOf("a 2026-03-01")).toBeLessThan(seen.indexOf("a 2026-01-01"));
    const csv = await exportPrices(ctx, { search: "your workspace" });
    expect(csv.trim().split("\n")).toHaveLength(7);
    expect(csv).toContain("'=c");
    expect(csv).not.toContain("theirs");
    expect(await exportPrices(ctx, { search: "openai gpt-4o-mini" })).toContain("0.15,0.075,0.6");
  });
});

describe("resolving", () => {
  const called = (part: Partial<PricedVersion> = {}): PricedVersion => ({
    provider: "connection",
    providerModel: "gpt-4o-mini",
    connection: { baseUrl: "https://api.openai.com/v1" },
    inputPrice: null,
    outputPrice: null,
    ...part,
  });
  const at = new Date("2026-11-21T10:00:00Z");

  test("the version's own price goes before the workspace's, and that before the shipped list", async () => {
    const { ctx, otherCtx } = await createTestWorkspace();
    expect(await resolvePrice(ctx, called(), at)).toMatchObject({
      inputPrice: 150_000,
      source: "price list of 2026-11-21",
    });
    await savePrice(otherCtx, price({ providerModel: "gpt-4o-mini", inputPrice: 7 }));
    await savePrice(ctx, price({ providerModel: "gpt-4o-mini", inputPrice: 1, validFrom: "2026-01-01" }));
    await savePrice(ctx, price({ providerModel: "gpt-4o-mini", inputPrice: 2, validFrom: "2026-11-21" }));
    await savePrice(ctx, price({ providerModel: "gpt-4o-mini", inputPrice: 3, validFrom: "2026-11-22" }));
    expect(await resolvePrice(ctx, called(), at)).toEqual({
      inputPrice: 2,
      outputPrice: 2_000_000,
      cachedInputPrice: null,
      source: "workspace list",
    });
    expect(await resolvePrice(ctx, called({ inputPrice: 0 }), at)).toEqual({
      inputPrice: 0,
      outputPrice: null,
      cachedInputPrice: null,
      source: "model",
    });
  });

  test("a server of one's own has no price until one is entered, and a built-in model costs nothing", async () => {
    const { ctx } = await createTestWorkspace();
    const local = called({ connection: { baseUrl: "http://localhost:8000/v1" } });
    const builtIn = called({ provider: "built_in", providerModel: null, connection: null });
    const recorded = called({ provider: "recorded", providerModel: null, connection: null });
    const before = await resolvePrices(ctx, [local, builtIn, recorded], at);
    expect(before.map(({ inputPrice, source }) => [inputPrice, source])).toEqual([
      [null, null],
      [0, "built in"],
      [null, null],
    ]);
    await savePrice(ctx, price({ providerModel: "gpt-4o-mini", inputPrice: 0, outputPrice: 0 }));
    expect(await resolvePrice(ctx, local, at)).toMatchObject({ inputPrice: 0, source: "workspace list" });
  });
});
