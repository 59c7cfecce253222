import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { barSchema } from "#lib/decisions/bar/bar-schema.ts";
import { testCandidate } from "#lib/decisions/testing/test-board.ts";
import { FrontierCard } from "./frontier-card.tsx";

const cost = (value: number, unknown = 0) => ({
  value,
  lower: value * 0.9,
  upper: value * 1.1,
  n: 500,
  method: "t interval",
  stated: false,
  unknown,
});
const board = {
  bar: barSchema.parse({ policy: { passRate: 0.9 } }),
  candidates: [
    testCandidate({ name: "priced", costPer1000: cost(1_200_000) }),
    testCandidate({ name: "unpriced", costPer1000: null }),
    testCandidate({ name: "partly priced", costPer1000: cost(500_000, 7) }),
    testCandidate({ name: "built in", costPer1000: cost(0) }),
    testCandidate({
      name: "timed",
      costPer1000: cost(2_000_000),
      latencyP95Ms: { value: 400, lower: 380, upper: null, n: 30, method: "order-statistic interval" },
    }),
  ],
};

test("what has no known cost is listed beside the chart with its reason, and never drawn", () => {
  const html = renderToStaticMarkup(<FrontierCard board={board} chosenRunId={null} />);
  const text = html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
  expect(text).toMatch(/Not on this chart: unpriced: it passes 94\.0.%; its cost is unknown\./);
  expect(text).toMatch(/partly priced: it passes 94\.0.%; the cost of 7 answers is unknown\./);
  expect(text).toMatch(/built in: it passes 94\.0.% and costs nothing/);
  const [byCost = "", byLatency = ""] = html.split("<table").slice(1);
  const drawn = (table: string) =>
    Array.from((table.split("</table>")[0] ?? "").matchAll(/scope="row"[^>]*>([^<]+)/g), ([, name]) => name);
  expect(drawn(byCost)).toEqual(["priced", "timed"]);
  expect(drawn(byLatency)).toEqual(["timed"]);
  expect(text).toContain("priced: it passes 94.0");
});
