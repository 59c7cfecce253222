import { isId } from "#lib/ids/is-id.ts";
import { type TrendTableView, trendSortColumns } from "./table/view-trend-runs.ts";
import { type TrendMetric, trendMetrics } from "./trend-metric.ts";

export type TrendParams = {
  datasetId: string | null;
  metric: TrendMetric;
  subject: string;
  modelIds: string[];
  range: [number, number] | null;
  lineId: string | null;
  view: TrendTableView;
};

/** The address of a trend: ?dataset=<id>&metric=pass-rate&of=slice:tag=refund&model=<id>&range=12-40&line=…&q=small&sort=cost.desc. */
export function trendParams(query: URLSearchParams): TrendParams {
  const dataset = query.get("dataset");
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(query.get("range") ?? "") ?? [];
  const [, column = "", direction] = /^(.+)\.(asc|desc)$/.exec(query.get("sort") ?? "") ?? [];
  return {
    datasetId: isId(dataset) ? dataset : null,
    metric: trendMetrics.find((known) => known === query.get("metric")) ?? "pass-rate",
    subject: (query.get("of") ?? "whole").slice(0, 1_000),
    modelIds: query.getAll("model").filter(isId).slice(0, 200),
    range: from === undefined || to === undefined ? null : [Number(from), Number(to)],
    lineId: query.get("line")?.slice(0, 1_000) ?? null,
    view: {
      search: (query.get("q") ?? "").slice(0, 200),
      sort: trendSortColumns.some((known) => known === column)
        ? { column, direction: direction === "asc" ? "asc" : "desc" }
        : null,
    },
  };
}
