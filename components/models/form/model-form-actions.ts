import type { Action } from "#components/ui/use-action.ts";
import type { ModelConfigInput } from "#lib/models/model-config.ts";
import type { TryAction } from "../prompt/try-panel.tsx";
import type { SampleCasesAction } from "../prompt/use-sample-cases.ts";
import type { CheckTemplateAction } from "../prompt/use-template-check.ts";
import type { ServerModelsAction } from "./server-fields.tsx";

/** What the model form asks the server while it is filled in. */
export type ModelFormActions = {
  listServerModels: ServerModelsAction;
  listSampleCases: SampleCasesAction;
  checkTemplate: CheckTemplateAction;
  tryModel: TryAction;
};

/** Stores the model; where to go then, and what to say. */
export type SaveModel = Action<{ name: string; config: ModelConfigInput }, { href: string; message: string }>;
