import { expect, test } from "vitest";
import type { GraderRow } from "./grader-row.ts";
import { viewGraders } from "./list-view.ts";
import { graderListViewSchema } from "./list-view-schema.ts";

const row = (name: string, kind: string, more: Partial<GraderRow> = {}): GraderRow => ({
  id: name,
  name,
  kind,
  kindLabel: kind,
  explanation: "",
  direction: "higher",
  threshold: 1,
  weight: 1,
  critical: false,
  binary: true,
  version: 1,
  changedAt: new Date(0),
  datasets: [],
  ...more,
});
const rows = [
  row("Labels", "exact-match", { datasets: [{ id: "1", name: "Tickets" }] }),
  row("Totals", "numeric", { weight: 0 }),
  row("Wording", "rouge-l", { threshold: 0.3 }),
];

test.each([
  [{}, ["Labels", "Totals", "Wording"]],
  [{ q: "TICK" }, ["Labels"]],
  [{ q: "o  rouge" }, ["Wording"]],
  [{ kind: "numeric,rouge-l" }, ["Totals", "Wording"]],
  [{ sort: "name.desc" }, ["Wording", "Totals", "Labels"]],
  [{ sort: "threshold.asc" }, ["Wording", "Labels", "Totals"]],
  [{ sort: "weight.desc" }, ["Labels", "Wording", "Totals"]],
  [{ sort: "datasets.desc", kind: "exact-match,numeric" }, ["Labels", "Totals"]],
  [{ sort: "constructor.asc", q: ["a"], kind: 5 }, ["Labels", "Totals", "Wording"]],
])("%j", (address, names) => {
  expect(viewGraders(rows, graderListViewSchema.parse(address)).map((shown) => shown.name)).toEqual(names);
});
