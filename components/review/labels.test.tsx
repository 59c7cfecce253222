import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { AttemptLabel, AttemptLabels } from "#lib/review/labels/list-attempt-labels.ts";
import { LabelMark } from "./label-mark.tsx";
import { LabelsOfOthers } from "./labels-of-others.tsx";
import { LabelBar } from "./own/label-bar.tsx";

const label: AttemptLabel = {
  ...{ id: "l-1", verdict: "failed", note: "<b>Not</b> what was asked.", failureMode: "off the point" },
  createdAt: new Date(0),
};
const other = { ...label, id: "l-2", authorName: "Grace" };
const labels = (changes: Partial<AttemptLabels>): AttemptLabels => ({ mine: null, others: [], ...changes });

describe("a mark in the list", () => {
  test.each([
    [{ passed: 0, failed: 0 }, "passed", ""],
    [{ passed: 1, failed: 0 }, "passed", "1 person says passed"],
    [{ passed: 0, failed: 2 }, "passed", "2 people say failed: not what the graders say"],
    [
      { passed: 1, failed: 1 },
      "failed",
      "1 person says passed, 1 person says failed: not what the graders say",
    ],
    [{ passed: 1, failed: 0 }, "unscored", "1 person says passed"],
  ] as const)("%j beside %s", (counts, verdict, words) => {
    const html = renderToStaticMarkup(<LabelMark labels={counts} verdict={verdict} />);
    expect(/class="sr-only">([^<]*)</.exec(html)?.[1] ?? "").toBe(words);
  });
});

describe("what others say", () => {
  const shown = (of: AttemptLabels, isJudge: boolean) =>
    renderToStaticMarkup(<LabelsOfOthers labels={of} isJudge={isJudge} />);

  test("waits for the judge's own verdict", () => {
    const html = shown(labels({ others: [other] }), true);
    expect(html).toContain("One other person has judged this answer.");
    expect(html).not.toContain("Grace");
  });

  test("is shown after it, and at once to whoever only reads; markup stays text", () => {
    for (const html of [
      shown(labels({ mine: label, others: [other] }), true),
      shown(labels({ others: [other] }), false),
    ]) {
      expect(html).toContain("Grace");
      expect(html).toContain("off the point");
      expect(html).toContain("&lt;b&gt;Not&lt;/b&gt; what was asked.");
    }
  });

  test("is nothing where nobody said anything", () => {
    expect(shown(labels({}), true)).toBe("");
  });
});

describe("the bar of one's own verdict", () => {
  const bar = (of: AttemptLabels, disabled = false) =>
    renderToStaticMarkup(
      <LabelBar
        attempt={{ runId: "r", key: "c-1", repetition: 1 }}
        labels={of}
        failureModes={[]}
        disabled={disabled}
        actions={{ label: never, clear: never }}
        onSaved={() => undefined}
      />,
    );

  test("shows its keys, what was said, and nothing to undo where nothing was", () => {
    const said = bar(labels({ mine: label }));
    expect(said).toContain('aria-keyshortcuts="f"');
    expect(said).toMatch(/aria-pressed="true"[^>]*>.*?Failed/);
    expect(said).toContain("off the point: &lt;b&gt;Not&lt;/b&gt; what was asked.");
    expect(said).not.toContain("disabled=");
    expect(bar(labels({})).match(/disabled=""/g)).toHaveLength(1);
  });

  test("takes no verdict while another case is on its way", () => {
    expect(bar(labels({ mine: label }), true).match(/disabled=""/g)).toHaveLength(4);
  });
});

async function never() {
  return { ok: false as const, message: "", fields: {} };
}
