import type { ReactNode } from "react";
import type { TrendPicture } from "./plot-of-trend.ts";

/** What the guides in the plot mean; only those that are there. */
export function PictureLegend({ picture, accepted }: { picture: TrendPicture; accepted: boolean }) {
  const { limits, change, marks } = picture;
  const hasAverage = limits?.byX.some((limit) => limit.average !== null) ?? false;
  const items: [string, ReactNode, boolean][] = [
    [
      hasAverage ? "control limits of the moving average" : "control limits",
      <line key="l" x1={0} x2={20} y1={6} y2={6} stroke="var(--text-faint)" strokeDasharray="4 3" />,
      limits !== null,
    ],
    [
      "moving average",
      <line key="a" x1={0} x2={20} y1={6} y2={6} stroke="var(--text-faint)" strokeWidth={1.5} />,
      hasAverage,
    ],
    [
      "outside its limits",
      <path key="o" d="M10 1L15 6L10 11L5 6Z" fill="var(--surface)" stroke="var(--text)" strokeWidth={2} />,
      limits?.byX.some((limit) => limit.isOutside) ?? false,
    ],
    [
      "the level changed here",
      <rect key="c" x={4} y={0} width={12} height={12} fill="var(--text)" fillOpacity={0.12} />,
      change !== null,
    ],
    [
      "accepted run",
      <circle key="b" cx={10} cy={6} r={4.5} fill="var(--accent)" stroke="var(--text)" />,
      accepted,
    ],
    [
      "something new in use",
      <line key="m" x1={10} x2={10} y1={0} y2={12} stroke="var(--border-control)" strokeDasharray="2 3" />,
      marks.length > 0,
    ],
  ];
  const present = items.filter(([, , shown]) => shown);
  if (present.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-2xs text-muted">
      {present.map(([text, sign]) => (
        <li key={text} className="flex items-center gap-1.5">
          <svg aria-hidden width={20} height={12}>
            {sign}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
