import { isId } from "#lib/ids/is-id.ts";

/**
 * The question as the address of the page has it: percentages and dollars, as people type them. `stated` is a list of
 * "model id:dollars"; `slice` of "dimension:value:percent" with both names encoded.
 */
export type QuestionParams = {
  dataset: string;
  runs: string[];
  floor: string;
  slices: { dimension: string; value: string; floor: string }[];
  /** Points against the approved baseline. */
  regression: string;
  critical: "" | "graders" | "tag";
  criticalTag: string;
  p95: string;
  cost: string;
  missing: string;
  cases: string;
  own: boolean;
  /** Names with commas between them. */
  licence: string;
  margin: string;
  value: string;
  wrong: string;
  traffic: string;
  stated: Record<string, string>;
};

const single = [
  "floor",
  "regression",
  "p95",
  "cost",
  "missing",
  "licence",
  "cases",
  "margin",
  "value",
  "wrong",
  "traffic",
] as const;

export function readQuestionParams(query: URLSearchParams): QuestionParams {
  const text = (name: string) => (query.get(name) ?? "").trim().slice(0, 200);
  const critical = query.get("critical");
  return {
    dataset: isId(query.get("dataset")) ? text("dataset") : "",
    runs: [...new Set((query.get("runs") ?? "").split(","))].filter(isId).slice(0, 20),
    floor: text("floor"),
    slices: query.getAll("slice").slice(0, 50).flatMap(readSlice),
    regression: text("regression"),
    critical: critical === null ? "" : critical === "" ? "graders" : "tag",
    criticalTag: text("critical"),
    p95: text("p95"),
    cost: text("cost"),
    missing: text("missing"),
    cases: text("cases"),
    own: query.get("own") === "1",
    licence: text("licence"),
    margin: text("margin"),
    value: text("value"),
    wrong: text("wrong"),
    traffic: text("traffic"),
    stated: Object.fromEntries(query.getAll("stated").slice(0, 20).flatMap(readStated)),
  };
}

/** The address of the page that shows this question; what is empty is left out. */
export function decideHref(params: QuestionParams): string {
  const query = new URLSearchParams();
  if (params.dataset !== "") query.set("dataset", params.dataset);
  if (params.runs.length > 0) query.set("runs", params.runs.join(","));
  for (const name of single) if (params[name].trim() !== "") query.set(name, params[name].trim());
  for (const { dimension, value, floor } of params.slices) {
    if (floor.trim() === "") continue;
    query.append("slice", [dimension, value].map(encodeURIComponent).concat(floor.trim()).join(":"));
  }
  if (params.critical !== "")
    query.set("critical", params.critical === "tag" ? params.criticalTag.trim() : "");
  if (params.own) query.set("own", "1");
  for (const [modelId, dollars] of Object.entries(params.stated)) {
    if (dollars.trim() !== "") query.append("stated", `${modelId}:${dollars.trim()}`);
  }
  return `/decisions/new?${query}`;
}

function readSlice(text: string): QuestionParams["slices"] {
  const [dimension, value, floor, ...more] = text.split(":");
  if (!dimension || value === undefined || !floor || more.length > 0) return [];
  try {
    return [{ dimension: decodeURIComponent(dimension), value: decodeURIComponent(value), floor }];
  } catch {
    return [];
  }
}

function readStated(text: string): [string, string][] {
  const [modelId = "", dollars] = text.split(":");
  return isId(modelId) && dollars ? [[modelId, dollars]] : [];
}
