"use client";

import { type Action, useAction as useOneAction } from "#components/ui/use-action.ts";

/** A server action with one thing to do when it has succeeded, and its failure as a form shows it. */
export function useAction<Input, Value>(action: Action<Input, Value>, onDone: (value: Value) => void) {
  const { run, pending, failure } = useOneAction(action);
  const fields = failure?.fields ?? {};
  return {
    run: (input: Input) => run(input, onDone),
    pending,
    fields,
    /** The message, unless a field shows it already. */
    message: failure !== null && Object.keys(fields).length === 0 ? failure.message : null,
  };
}
