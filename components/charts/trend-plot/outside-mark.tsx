const size = 6;

/** A diamond: outside the control limits. Its shape says so, not a colour. */
export function OutsideMark({ x, y }: { x: number; y: number }) {
  return (
    <path
      d={`M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`}
      fill="var(--surface)"
      stroke="var(--text)"
      strokeWidth={2}
    />
  );
}
