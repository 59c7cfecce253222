import { expect, test } from "vitest";
import { toExposition } from "./exposition.ts";

test("a metric has its help, its type and its samples, and label values are escaped", () => {
  const text = toExposition([
    { name: "touchstone_workers_alive", help: "Workers.", type: "gauge", samples: [{ value: 2 }] },
    {
      name: "touchstone_calls_total",
      help: "Calls\\ and\nmore",
      type: "counter",
      samples: [
        { labels: { connection: 'a "b" \\ c\nd' }, value: 1.5 },
        { labels: { connection: "half \ud83d", state: "x" }, value: Number.POSITIVE_INFINITY },
      ],
    },
    { name: "touchstone_nothing", help: "Not measured.", type: "gauge", samples: [] },
  ]);
  expect(text).toBe(
    `# HELP touchstone_workers_alive Workers.
# TYPE touchstone_workers_alive gauge
touchstone_workers_alive 2
# HELP touchstone_calls_total Calls\\\\ and\\nmore
# TYPE touchstone_calls_total counter
touchstone_calls_total{connection="a \\"b\\" \\\\ c\\nd"} 1.5
touchstone_calls_total{connection="half \ufffd",state="x"} +Inf
`,
  );
});
