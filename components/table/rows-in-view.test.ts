import fc from "fast-check";
import { expect, test } from "vitest";
import { lastRowInView, rowSlots, rowsInView, rowView, scrollTopFor } from "./rows-in-view.ts";

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, offset) => from + offset);

test.each([
  { scrollTop: 0, viewportPx: 330, first: 0, fitting: 10 },
  { scrollTop: 32, viewportPx: 331, first: 0, fitting: 11 },
  { scrollTop: 33, viewportPx: 0, first: 1, fitting: 0 },
  { scrollTop: -50, viewportPx: 330, first: 0, fitting: 10 },
])("a scroller at $scrollTop px", ({ scrollTop, viewportPx, first, fitting }) => {
  expect(rowView(scrollTop, viewportPx, 33)).toEqual({ first, fitting });
});

test.each([
  { name: "the start", view: { first: 0, fitting: 10 }, count: 1000, active: -1, rows: range(0, 18) },
  { name: "the middle", view: { first: 500, fitting: 10 }, count: 1000, active: -1, rows: range(492, 518) },
  { name: "the end", view: { first: 990, fitting: 10 }, count: 1000, active: -1, rows: range(982, 999) },
  { name: "a short list", view: { first: 0, fitting: 10 }, count: 3, active: -1, rows: range(0, 2) },
  { name: "no rows", view: { first: 0, fitting: 10 }, count: 0, active: -1, rows: [] },
  {
    name: "a list that shrank",
    view: { first: 900, fitting: 10 },
    count: 20,
    active: -1,
    rows: range(2, 19),
  },
  {
    name: "a cursor out of sight",
    view: { first: 500, fitting: 10 },
    count: 1000,
    active: 3,
    rows: [...range(492, 518), 3],
  },
  { name: "a cursor in sight", view: { first: 0, fitting: 2 }, count: 50, active: 4, rows: range(0, 10) },
  { name: "a cursor that is gone", view: { first: 0, fitting: 2 }, count: 3, active: 9, rows: range(0, 2) },
])("renders $name", ({ view, count, active, rows }) => {
  expect(rowsInView(view, count, active)).toEqual(rows);
});

test("the last row in view is never beyond the list", () => {
  expect(lastRowInView({ first: 0, fitting: 10 }, 1000)).toBe(10);
  expect(lastRowInView({ first: 995, fitting: 10 }, 1000)).toBe(999);
  expect(lastRowInView({ first: 0, fitting: 10 }, 0)).toBe(0);
});

test("scrolling to a row puts it between the head and the lower edge, and renders it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 3_300_000 }),
      fc.integer({ min: 100, max: 2000 }),
      (count, place, scrollTop, viewportPx) => {
        const [rowPx, headPx] = [33, 34];
        const index = Math.floor(place * (count - 1));
        const there = scrollTopFor(index, rowPx, { scrollTop, viewportPx, headPx }) ?? scrollTop;
        expect(index * rowPx).toBeGreaterThanOrEqual(there);
        expect(headPx + (index + 1) * rowPx).toBeLessThanOrEqual(there + viewportPx);
        expect(rowsInView(rowView(there, viewportPx, rowPx), count, -1)).toContain(index);
        expect(scrollTopFor(index, rowPx, { scrollTop: there, viewportPx, headPx })).toBeNull();
      },
    ),
  );
});

test("rows that are rendered together never share a slot, and those that stay in view keep theirs", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000 }),
      fc.integer({ min: 0, max: 2_000 }),
      fc.integer({ min: -1, max: 1_999 }),
      fc.integer({ min: 1, max: 60 }),
      (count, first, active, step) => {
        const view = { first, fitting: 20 };
        const before = rowsInView(view, count, active);
        const slots = rowSlots(view, before);
        expect(new Set(slots).size).toBe(before.length);
        const next = { first: first + step, fitting: 20 };
        const after = rowsInView(next, count, -1);
        const slotsAfter = rowSlots(next, after);
        for (const [place, index] of after.entries()) {
          const was = before.indexOf(index);
          if (was >= 0 && index !== active) expect(slotsAfter[place]).toBe(slots[was]);
        }
      },
    ),
  );
});
