import type { NamedThings } from "./seed/seed-workspace.ts";

export type Address = (things: NamedThings) => string;

/** Pages that show one thing, by route. */
export const pageAddresses: Readonly<Record<string, Address>> = {
  "/datasets/[datasetId]": ({ datasetId }) => `/datasets/${datasetId}`,
  "/datasets/[datasetId]/gate": ({ datasetId }) => `/datasets/${datasetId}/gate`,
  "/datasets/[datasetId]/import": ({ datasetId }) => `/datasets/${datasetId}/import`,
  "/datasets/[datasetId]/versions": ({ datasetId }) => `/datasets/${datasetId}/versions?changes=1`,
  "/graders/[graderId]": ({ graderId }) => `/graders/${graderId}`,
  "/graders/dataset/[datasetId]": ({ datasetId }) => `/graders/dataset/${datasetId}`,
  "/models/[modelId]": ({ modelId }) => `/models/${modelId}`,
  "/models/[modelId]/edit": ({ modelId }) => `/models/${modelId}/edit`,
  "/models/connections/[connectionId]": ({ connectionId }) => `/models/connections/${connectionId}`,
  "/decisions/[decisionId]": ({ decisionId }) => `/decisions/${decisionId}`,
  "/decisions/new": ({ datasetId }) =>
    `/decisions/new?dataset=${datasetId}&floor=80&value=1&wrong=2&traffic=1000`,
  "/decisions/several": ({ datasetId }) => `/decisions/several?set=${datasetId}:1`,
  "/runs/[runId]": ({ runIds, caseKey }) => `/runs/${runIds[0]}?case=${caseKey}`,
  "/runs/[runId]/slices": ({ runIds }) => `/runs/${runIds[0]}/slices?sort=c1.asc`,
  "/schedules/[scheduleId]": ({ scheduleId }) => `/schedules/${scheduleId}`,
  "/schedules/[scheduleId]/edit": ({ scheduleId }) => `/schedules/${scheduleId}/edit`,
  "/compare": ({ runIds }) => `/compare?runs=${runIds.join(",")}`,
  "/trends": ({ datasetId }) => `/trends?dataset=${datasetId}`,
};

/** Route handlers that give out one thing, by route. */
export const handlerAddresses: Readonly<Record<string, Address>> = {
  "/api/v1/connections/[connectionId]/server": ({ connectionId }) =>
    `/api/v1/connections/${connectionId}/server`,
  "/api/v1/datasets/[datasetId]/case": ({ datasetId, caseKey }) =>
    `/api/v1/datasets/${datasetId}/case?key=${caseKey}`,
  "/api/v1/datasets/[datasetId]/cases": ({ datasetId }) => `/api/v1/datasets/${datasetId}/cases`,
  "/api/v1/datasets/[datasetId]/export": ({ datasetId }) => `/api/v1/datasets/${datasetId}/export`,
  "/api/v1/datasets/[datasetId]/policy": ({ datasetId }) => `/api/v1/datasets/${datasetId}/policy`,
  "/api/v1/models/[modelId]": ({ modelId }) => `/api/v1/models/${modelId}`,
  "/api/v1/runs/[runId]": ({ runIds }) => `/api/v1/runs/${runIds[0]}`,
  "/api/v1/runs/[runId]/attempt": ({ runIds, caseKey }) =>
    `/api/v1/runs/${runIds[0]}/attempt?case=${caseKey}`,
  "/api/v1/runs/[runId]/attempts": ({ runIds }) => `/api/v1/runs/${runIds[0]}/attempts`,
  "/api/v1/runs/[runId]/attempts/search": ({ runIds }) => `/api/v1/runs/${runIds[0]}/attempts/search`,
  "/api/v1/runs/[runId]/events": ({ runIds }) => `/api/v1/runs/${runIds[0]}/events`,
  "/api/v1/runs/[runId]/export": ({ runIds }) => `/api/v1/runs/${runIds[0]}/export`,
  "/api/v1/runs/[runId]/gate": ({ runIds }) => `/api/v1/runs/${runIds[0]}/gate`,
  "/api/v1/runs/[runId]/slices": ({ runIds }) => `/api/v1/runs/${runIds[0]}/slices?format=csv`,
  "/api/v1/decisions/[decisionId]": ({ decisionId }) => `/api/v1/decisions/${decisionId}`,
  "/api/v1/decisions/[decisionId]/export": ({ decisionId }) =>
    `/api/v1/decisions/${decisionId}/export?format=pdf`,
  "/api/v1/comparisons": ({ runIds }) => `/api/v1/comparisons?runs=${runIds.join(",")}`,
  "/api/v1/comparisons/case": ({ runIds, caseKey }) =>
    `/api/v1/comparisons/case?runs=${runIds.join(",")}&key=${caseKey}`,
  "/api/v1/comparisons/cases": ({ runIds }) => `/api/v1/comparisons/cases?runs=${runIds.join(",")}`,
  "/api/v1/comparisons/export": ({ runIds }) => `/api/v1/comparisons/export?runs=${runIds.join(",")}`,
};

const importOptions = encodeURIComponent(
  JSON.stringify({
    format: "csv",
    onRejected: "stop",
    mapping: { columns: [{ column: "text", role: "input", type: "as-is" }] },
  }),
);

/** Route handlers that change one thing, or are asked by POST. */
export const changingAddresses: Readonly<Record<string, Address>> = {
  "/api/v1/datasets/[datasetId]/import": ({ datasetId }) =>
    `/api/v1/datasets/${datasetId}/import?options=${importOptions}`,
  "/api/v1/datasets/[datasetId]/policy/preview": ({ datasetId }) =>
    `/api/v1/datasets/${datasetId}/policy/preview`,
  "/api/v1/runs/[runId]/flips": ({ runIds }) => `/api/v1/runs/${runIds[0]}/flips`,
};

/** Addresses that take an id as a wish: another workspace's is passed over, and nothing of it is shown. */
export const wishingAddresses: readonly Address[] = [
  ({ datasetId, modelId }) => `/runs/new?dataset=${datasetId}&models=${modelId}`,
  ({ connectionId }) => `/models/new?kind=server&connection=${connectionId}`,
  ({ datasetId }) => `/runs?dataset=${datasetId}`,
  ({ datasetId }) => `/api/v1/runs?dataset=${datasetId}`,
  ({ datasetId }) => `/api/v1/runs/export?dataset=${datasetId}`,
  ({ datasetId }) => `/trends/export?dataset=${datasetId}`,
  () => "/",
  () => "/datasets",
  () => "/models",
  () => "/models/connections",
  () => "/graders",
  ({ scheduleId }) => `/schedules?after=${scheduleId}`,
  ({ datasetId }) => `/schedules/new?dataset=${datasetId}`,
  () => "/settings/audit",
  () => "/settings/members",
  () => "/settings/workspaces",
  () => "/decisions",
  () => "/api/v1/decisions",
  ({ datasetId }) => `/api/v1/decisions?dataset=${datasetId}`,
  () => "/settings/api-keys",
  () => "/api/v1/datasets",
  () => "/api/v1/models",
  () => "/graders/export?format=jsonl",
];

/** Routes with an id in their address that is no id of a thing. */
export const notAboutThings: readonly string[] = ["/api/auth/[...nextauth]"];
