import type { Action } from "#components/ui/use-action.ts";
import type { ClearLabelInput } from "#lib/review/labels/clear-label.ts";
import type { LabelAttemptInput } from "#lib/review/labels/label-attempt.ts";
import type { AttemptLabels } from "#lib/review/labels/list-attempt-labels.ts";

/** The server actions of whoever may judge answers. */
export type LabelActions = {
  label: Action<LabelAttemptInput, AttemptLabels>;
  clear: Action<ClearLabelInput, AttemptLabels>;
};
