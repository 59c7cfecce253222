import type { ModelFormActions } from "#components/models/form/model-form-actions.ts";
import { checkTemplateAction, listSampleCasesAction, tryModelAction } from "./actions.ts";
import { listServerModelsAction } from "./connections/actions.ts";

export const modelFormActions: ModelFormActions = {
  listServerModels: listServerModelsAction,
  listSampleCases: listSampleCasesAction,
  checkTemplate: checkTemplateAction,
  tryModel: tryModelAction,
};
