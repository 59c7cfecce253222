import { ServerHealthLine } from "#components/models/servers/server-health.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import type { SightSlots } from "#lib/runs/sight/run-sight.ts";
import { Meter } from "./meter.tsx";

/** Calls under way, the slots that this run holds, and the limit in force with its reason. */
export function CallSlots({ slots }: { slots: SightSlots }) {
  const { inFlight, held, limit, most, why, rateLimited } = slots;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="tabular">
        <span className="font-semibold text-lg">{formatCount(inFlight)}</span>{" "}
        <span className="text-muted text-xs">
          under way, {formatCount(held)} {held === 1 ? "slot" : "slots"} held
        </span>
      </p>
      <Meter
        label="Calls under way, of all that may be"
        value={inFlight}
        held={held}
        limit={limit}
        max={most}
      />
      <p className="text-muted text-xs">
        Limit in force: <span className="tabular text-text">{formatCount(limit)}</span>
        {limit < most && ` of ${formatCount(most)}`}. {why}
        {rateLimited > 0 &&
          ` Told “too many” ${rateLimited === 1 ? "once" : `${formatCount(rateLimited)} times`} in all.`}
      </p>
      {slots.isCompatible && <ServerHealthLine connectionId={slots.connectionId} />}
    </div>
  );
}
