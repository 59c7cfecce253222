export type MeterProps = {
  label: string;
  value: number;
  max: number;
  /** A second part, behind the value: held, but not in use. */
  held?: number;
  /** Where a limit below `max` is. */
  limit?: number;
};

/** How much of something is in use. */
export function Meter({ label, value, max, held = 0, limit }: MeterProps) {
  const part = (amount: number) => `${Math.min(100, Math.max(0, (amount / Math.max(1, max)) * 100))}%`;
  return (
    <div
      role="img"
      aria-label={`${label}: ${Math.round((value / Math.max(1, max)) * 100)} percent`}
      className="relative h-2 overflow-hidden rounded-sm bg-pressed"
    >
      <span className="absolute inset-y-0 left-0 bg-series-8/35" style={{ width: part(held) }} />
      <span className="absolute inset-y-0 left-0 bg-series-1" style={{ width: part(value) }} />
      {limit !== undefined && limit < max && (
        <span className="absolute inset-y-0 w-0.5 bg-text" style={{ left: `calc(${part(limit)} - 1px)` }} />
      )}
    </div>
  );
}
