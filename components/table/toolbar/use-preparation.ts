import { useRef } from "react";

/** The server forgets what nobody has searched for a while. */
const againAfterMs = 60_000;

/** Asks the server, when somebody is about to search, to read what it will look through. It only saves the first search some time. */
export function usePreparation(path: string): () => void {
  const last = useRef({ path: "", at: 0 });
  return () => {
    const now = Date.now();
    if (last.current.path === path && now - last.current.at < againAfterMs) return;
    last.current = { path, at: now };
    void fetch(path).catch(() => undefined);
  };
}
