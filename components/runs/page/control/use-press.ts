"use client";

import { useEffect } from "react";
import { toast } from "#components/ui/feedback/toast.ts";
import { type Action, useAction } from "#components/ui/use-action.ts";

/** Runs a server action from a button or a menu, where no form can show what went wrong: a toast tells it. */
export function usePress<Input, Value>(action: Action<Input, Value>) {
  const { run, pending, failure } = useAction(action);
  useEffect(() => {
    if (failure !== null) toast.error(failure.message);
  }, [failure]);
  return { run, pending };
}
