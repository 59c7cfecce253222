"use client";

import { useRef, useState, useTransition } from "react";

export type ActionFailure = { ok: false; message: string; fields: Readonly<Record<string, string>> };
export type Action<Input, Value> = (input: Input) => Promise<{ ok: true; value: Value } | ActionFailure>;

const unreachable: ActionFailure = {
  ok: false,
  message: "The server could not be reached. Nothing was changed. Check your connection and try again.",
  fields: {},
};

/** Runs a server action, one at a time: further presses while one is under way do nothing. */
export function useAction<Input, Value>(action: Action<Input, Value>) {
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const isBusy = useRef(false);

  function run(input: Input, onSuccess: (value: Value) => void): void {
    if (isBusy.current) return;
    isBusy.current = true;
    setFailure(null);
    startTransition(async () => {
      try {
        const result = await action(input);
        if (result.ok) onSuccess(result.value);
        else setFailure(result);
      } catch {
        setFailure(unreachable);
      } finally {
        isBusy.current = false;
      }
    });
  }

  return { run, pending, failure, fail: setFailure };
}
