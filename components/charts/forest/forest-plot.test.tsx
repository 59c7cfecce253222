import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ForestTone } from "./forest-mark.tsx";
import { ForestPlot } from "./forest-plot.tsx";

const row = (tone: ForestTone, words: string) => ({
  id: words,
  label: words,
  interval: { value: -0.05, low: -0.09, high: -0.01 },
  tone,
  valueText: "−5.0 pp",
  intervalText: "[−9.0, −1.0]",
  detail: "n 200",
  words,
  wordsDetail: "3 fixed, 13 regressed",
});
const html = (tone: ForestTone, words: string) =>
  renderToStaticMarkup(
    <ForestPlot
      label="Differences"
      margin={-0.02}
      formatTick={String}
      groups={[
        { id: "one", label: "By tag", rows: [row(tone, words)] },
        { id: "none", label: "By nothing", rows: [] },
      ]}
    />,
  );

test("what is drawn stands beside it in words, with its interval and n", () => {
  const text = html("worse", "worse").replaceAll(/<[^>]+>/g, " ");
  expect(text).toMatch(/−5\.0 pp\s+\[−9\.0, −1\.0\]\s+n 200\s+worse\s+3 fixed, 13 regressed/);
  expect(text).not.toContain("By nothing");
});

test("only what is proven has a colour and an arrow", () => {
  expect(html("worse", "worse")).toContain("fill-negative");
  for (const markup of [html("open", "cannot tell yet"), html("settled", "no worse than 2 points")]) {
    expect(markup).not.toMatch(/(positive|negative)/);
    expect(markup).toContain("<circle");
  }
});
