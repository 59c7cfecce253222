import type { AcrossOrder } from "#lib/decisions/several/across-datasets.ts";
import { isId } from "#lib/ids/is-id.ts";

export type SetsQuestion = {
  sets: { datasetId: string; weight: string }[];
  order: AcrossOrder;
};

const maxSets = 12;

/** ?set=<dataset id>:<weight>, once for each dataset, and ?order= */
export function readSets(query: URLSearchParams): SetsQuestion {
  const sets = query
    .getAll("set")
    .flatMap((text) => {
      const [datasetId = "", weight = "1"] = text.split(":");
      return isId(datasetId) ? [{ datasetId, weight: weight.slice(0, 12) }] : [];
    })
    .filter((set, at, all) => all.findIndex(({ datasetId }) => datasetId === set.datasetId) === at)
    .slice(0, maxSets);
  const order = query.get("order");
  return { sets, order: order === "worst" || order === "slice" ? order : "weighted" };
}

export function setsHref({ sets, order }: SetsQuestion): string {
  const query = new URLSearchParams(sets.map(({ datasetId, weight }) => ["set", `${datasetId}:${weight}`]));
  if (order !== "weighted") query.set("order", order);
  return `/decisions/several?${query.toString().replaceAll("%3A", ":")}`;
}
