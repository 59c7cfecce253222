import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FoundThreshold } from "./found-threshold.tsx";

const textOf = (html: string) => html.replaceAll("<!-- -->", "");

test("the best threshold stands with n, its interval, and what it is worth elsewhere", () => {
  const html = textOf(
    renderToStaticMarkup(
      <FoundThreshold
        scored={[
          { score: 0.9, same: true, reason: "" },
          { score: 0.8, same: true, reason: "" },
          { score: 0.7, same: false, reason: "" },
          { score: 0.2, same: false, reason: "" },
          { score: null, same: true, reason: "The answer is empty." },
        ]}
      />,
    ),
  );
  expect(html).toContain("The threshold 0.800 has the best F1");
  expect(html).toMatch(/decides 4 of 4 as people did \(100[^)]*\[51\.0, 100\.0\], Wilson, 95 %\)/);
  expect(html).toContain("so it will do a little worse on others");
  expect(html).toContain("1 could not be scored: The answer is empty.");
  expect(html).toContain("0.800 (best F1)");
});

test("where nothing could be scored, the reason is told", () => {
  const html = renderToStaticMarkup(
    <FoundThreshold scored={[{ score: null, same: true, reason: "The server answered with 503." }]} />,
  );
  expect(html).toContain("The server answered with 503.");
});
