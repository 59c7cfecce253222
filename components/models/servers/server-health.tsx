"use client";

import { formatCount } from "#components/ui/format/format-count.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { formatNumber } from "#components/ui/format/number-format.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { ServerHealth as Health } from "#lib/models/servers/get-server-health.ts";
import { useServerHealth } from "./use-server-health.ts";

/** In one line, for places where the server is not the matter. Nothing where the server tells nothing. */
export function ServerHealthLine({ connectionId }: { connectionId: string }) {
  const health = useServerHealth(connectionId);
  if (health === null) return null;
  return (
    <p className="tabular text-muted text-xs">
      <span className="text-text">{health.software}:</span>{" "}
      {partsOf(health)
        .map(({ label, value }) => `${value} ${label}`)
        .join(", ")}
    </p>
  );
}

/** The load of a self-hosted server, as it tells it itself. Nothing where it tells nothing. */
export function ServerHealthCard({ connectionId, name }: { connectionId: string; name: string }) {
  const health = useServerHealth(connectionId);
  if (health === null) return null;
  return (
    <Card title={`${name} now`} description={`As ${health.software} tells it, read every 5 seconds.`}>
      <dl className="grid gap-x-6 gap-y-3 [grid-template-columns:repeat(auto-fit,minmax(8rem,1fr))]">
        {partsOf(health).map(({ label, value }) => (
          <div key={label}>
            <dt className="text-muted text-xs">{label}</dt>
            <dd className="tabular font-semibold text-lg">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function partsOf({ running, waiting, kvCacheUsage, tokensPerSecond }: Health) {
  return [
    { label: "requests running", value: running === null ? null : formatCount(running) },
    { label: "in its queue", value: waiting === null ? null : formatCount(waiting) },
    { label: "of the KV cache used", value: kvCacheUsage === null ? null : formatPercent(kvCacheUsage, 0) },
    { label: "tokens per second", value: tokensPerSecond === null ? null : formatNumber(tokensPerSecond, 0) },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
}
