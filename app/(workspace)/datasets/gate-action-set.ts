import type { GateActions } from "#components/gates/gate-actions.ts";
import {
  approveBaselineAction,
  evaluateGateAction,
  measureRunsAgainAction,
  savePolicyAction,
} from "./[datasetId]/gate/actions.ts";

export const gateActions: GateActions = {
  savePolicy: savePolicyAction,
  approveBaseline: approveBaselineAction,
  evaluate: evaluateGateAction,
  measureAgain: measureRunsAgainAction,
};
