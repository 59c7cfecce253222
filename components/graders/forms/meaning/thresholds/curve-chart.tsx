import type { CurvePoint } from "#lib/graders/thresholds/threshold-curve.ts";

const lines = [
  { key: "precision", label: "precision", className: "stroke-info" },
  { key: "recall", label: "recall", className: "stroke-muted" },
  { key: "f1", label: "F1", className: "stroke-accent" },
] as const;

/** Precision, recall and F1 by threshold, both from 0 to 1. The table beside it says the same in numbers. */
export function CurveChart({ points }: { points: readonly CurvePoint[] }) {
  return (
    <figure className="flex flex-col gap-1">
      <svg
        viewBox="0 0 100 50"
        role="img"
        aria-label="Precision, recall and F1 by threshold"
        className="w-full rounded border"
      >
        {lines.map(({ key, className }, index) => (
          <polyline
            key={key}
            fill="none"
            strokeWidth={0.8}
            strokeDasharray={index === 0 ? "2 1" : index === 1 ? "0.6 1" : undefined}
            className={className}
            points={points.flatMap((point) => coordinates(point.threshold, point[key])).join(" ")}
          />
        ))}
      </svg>
      <figcaption className="text-muted text-xs">
        Threshold from 0 (left) to 1 (right): precision dashed, recall dotted, F1 solid.
      </figcaption>
    </figure>
  );
}

function coordinates(threshold: number, value: number | null): string[] {
  return value === null ? [] : [`${(threshold * 100).toFixed(2)},${(49 - value * 48).toFixed(2)}`];
}
