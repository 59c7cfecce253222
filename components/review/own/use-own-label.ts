"use client";

import { useRef, useState } from "react";
import { toast } from "#components/ui/feedback/toast.ts";
import type { ActionFailure } from "#components/ui/use-action.ts";
import type { LabelVerdict } from "#lib/review/labels/label-verdict.ts";
import type { AttemptLabels } from "#lib/review/labels/list-attempt-labels.ts";
import type { LabelActions } from "../label-actions.ts";

export type OwnLabel = { verdict: LabelVerdict; note: string; failureMode: string | null };
export type LabelledAttempt = { runId: string; key: string; repetition: number };

export type OwnLabelOptions = {
  attempt: LabelledAttempt;
  labels: AttemptLabels;
  actions: LabelActions;
  onSaved: (labels: AttemptLabels) => void;
};

type Saving = (latest: AttemptLabels) => ReturnType<LabelActions["label"]> | null;

/**
 * What the reader says of one answer. It shows at once; presses are sent one after the other, so that a correction a moment later wins,
 * and go on being sent when the next case is opened.
 */
export function useOwnLabel({ attempt, labels, actions, onSaved }: OwnLabelOptions) {
  const queue = useRef<Promise<AttemptLabels>>(Promise.resolve(labels));
  const [sent, setSent] = useState<OwnLabel | null>(null);
  const [saving, setSaving] = useState(false);

  function send(next: OwnLabel | null, call: Saving): void {
    setSent(next);
    setSaving(true);
    const result = queue.current.then(async (latest) => {
      const answer = await (call(latest)?.catch(() => unreachable) ?? null);
      if (answer === null) return latest;
      if (answer.ok) {
        onSaved(answer.value);
        return answer.value;
      }
      toast.error(`Case ${attempt.key}: ${answer.message}`);
      return latest;
    });
    queue.current = result;
    void result.then(() => {
      if (queue.current !== result) return;
      setSent(null);
      setSaving(false);
    });
  }

  return {
    /** Null without a verdict. */
    label: sent ?? labels.mine,
    saving,
    say: (label: OwnLabel) => send(label, () => actions.label({ ...attempt, ...label })),
    undo: () =>
      send(null, ({ mine }) => (mine === null ? null : actions.clear({ ...attempt, labelId: mine.id }))),
  };
}

const unreachable: ActionFailure = {
  ok: false,
  message: "The server could not be reached, so your verdict was not stored. Try again.",
  fields: {},
};
