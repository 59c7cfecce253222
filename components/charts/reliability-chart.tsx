export type ReliabilityPoint = {
  confidence: number;
  correct: number;
  total: number;
  /** Of `correct`; null where the answers are not independent. */
  interval: { lower: number; upper: number } | null;
};

export type ReliabilityChartProps = {
  /** In words, for those who do not see it. */
  label: string;
  points: readonly ReliabilityPoint[];
};

const SIZE_PX = 200;
const MARGIN_PX = 28;
const WIDTH_PX = SIZE_PX + 2 * MARGIN_PX;
/** A point at 0 reaches below the axis, and the numbers stand below it. */
const HEIGHT_PX = WIDTH_PX + 14;
const LARGEST_RADIUS_PX = 9;
const ticks = [0, 0.5, 1];

/** How often answers are right, by how sure they are; on the dashed line both are equal. The area of a point is its number of answers. */
export function ReliabilityChart({ label, points }: ReliabilityChartProps) {
  const most = Math.max(1, ...points.map(({ total }) => total));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH_PX} ${HEIGHT_PX}`} className="w-full max-w-72">
      <rect x={x(0)} y={y(1)} width={SIZE_PX} height={SIZE_PX} className="fill-none stroke-border" />
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} strokeDasharray="4 4" className="stroke-faint" />
      {ticks.map((tick) => (
        <g key={tick} aria-hidden className="tabular fill-muted text-[10px]">
          <text x={x(tick)} y={y(0) + LARGEST_RADIUS_PX + 11} textAnchor="middle">
            {tick * 100} %
          </text>
          <text x={x(0) - 6} y={y(tick) + 3} textAnchor="end">
            {tick * 100}
          </text>
        </g>
      ))}
      <text x={x(0.5)} y={HEIGHT_PX - 6} textAnchor="middle" aria-hidden className="fill-muted text-[10px]">
        How sure
      </text>
      <text x={x(0)} y={y(1) - 8} aria-hidden className="fill-muted text-[10px]">
        How often right, %
      </text>
      {points.map(({ confidence, correct, total, interval }) => (
        <g key={confidence}>
          {interval !== null && (
            <line
              x1={x(confidence)}
              x2={x(confidence)}
              y1={y(interval.lower)}
              y2={y(interval.upper)}
              className="stroke-series-1"
            />
          )}
          <circle
            cx={x(confidence)}
            cy={y(correct)}
            r={Math.max(2.5, LARGEST_RADIUS_PX * Math.sqrt(total / most))}
            className="fill-series-1/70 stroke-surface"
          />
        </g>
      ))}
    </svg>
  );
}

const x = (share: number) => MARGIN_PX + share * SIZE_PX;
const y = (share: number) => MARGIN_PX + (1 - share) * SIZE_PX;
