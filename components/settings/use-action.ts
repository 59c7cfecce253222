"use client";

import { useCallback, useRef, useState } from "react";

type Fields = Readonly<Record<string, string>>;
type Failure = { message: string; fields: Fields };
type Answer<Value> = { ok: true; value: Value } | { ok: false; message: string; fields: Fields };

const unreachable = "The server could not be reached. Check your connection and try again.";

/** Calls one server action at a time: a second press while the first is under way does nothing. */
export function useAction<Input, Value>(
  action: (input: Input) => Promise<Answer<Value>>,
  onDone: (value: Value) => void,
) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const busy = useRef(false);

  async function run(input: Input): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setFailure(null);
    const answer = await action(input).catch(() => ({
      ok: false as const,
      message: unreachable,
      fields: {},
    }));
    busy.current = false;
    setPending(false);
    if (answer.ok) onDone(answer.value);
    else setFailure({ message: answer.message, fields: answer.fields });
  }

  const reset = useCallback(() => setFailure(null), []);
  const fields = failure?.fields ?? {};
  return {
    run,
    reset,
    pending,
    fields,
    /** The message, unless a field shows it already. */
    message: failure !== null && Object.keys(fields).length === 0 ? failure.message : null,
  };
}
