import { ConnectionGate } from "./connection-gate.ts";
import type { ShareHolder } from "./sync-shares.ts";

const gates = new Map<string, ConnectionGate>();

/** The gate of a connection in this worker: one for all runs and shards that call it. */
export function openGate(holder: ShareHolder): ConnectionGate {
  const key = `${holder.workerId}/${holder.connectionId}`;
  const gate = gates.get(key) ?? new ConnectionGate(holder);
  gates.set(key, gate);
  return gate;
}
