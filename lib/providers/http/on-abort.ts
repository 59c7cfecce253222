const actionsOf = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `action` when the signal is aborted, until the returned function is called. As `addEventListener`, but in constant time: that
 * compares each new listener with all others of the signal, and hundreds of calls share the signal of one run.
 */
export function onAbort(signal: AbortSignal, action: () => void): () => void {
  const known = actionsOf.get(signal);
  const actions = known ?? new Set();
  if (known === undefined) {
    actionsOf.set(signal, actions);
    signal.addEventListener("abort", () => runAll(actions), { once: true });
  }
  actions.add(action);
  return () => void actions.delete(action);
}

function runAll(actions: Set<() => void>): void {
  for (const action of actions) {
    actions.delete(action);
    action();
  }
}
