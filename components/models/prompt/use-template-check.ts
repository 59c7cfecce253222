"use client";

import { useEffect, useState } from "react";
import type { Action } from "#components/ui/use-action.ts";
import type {
  CheckTemplateAgainstDatasetInput,
  TemplateCheck,
} from "#lib/models/template/check-template-against-dataset.ts";
import type { PromptMessage } from "#lib/models/template/prompt-message.ts";

export type CheckTemplateAction = Action<CheckTemplateAgainstDatasetInput, TemplateCheck>;

const PAUSE_MS = 450;

/** Checks the prompt against the dataset each time typing pauses. Null before the first result; a failed check keeps the last one. */
export function useTemplateCheck(
  check: CheckTemplateAction,
  datasetId: string,
  messages: readonly PromptMessage[],
): TemplateCheck | null {
  const [result, setResult] = useState<{ datasetId: string; check: TemplateCheck } | null>(null);
  const sent = JSON.stringify(messages.map(({ role, content }) => ({ role, content: content || " " })));
  useEffect(() => {
    if (datasetId === "") return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      check({ datasetId, messages: JSON.parse(sent) }).then(
        (checked) => {
          if (isCurrent && checked.ok) setResult({ datasetId, check: checked.value });
        },
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [check, datasetId, sent]);
  return result?.datasetId === datasetId ? result.check : null;
}
