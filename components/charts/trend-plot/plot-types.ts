export type PlotPoint = {
  /** Where it stands: an instant in ms, a run number, or a version. */
  x: number;
  y: number | null;
  low: number | null;
  high: number | null;
  n: number;
  /** Number of the run; tells points apart and is what a selection is told in. */
  run: number;
  /** Said in the tooltip: "Run 12 · Small v3 · dataset v2". */
  label: string;
};

export type PlotLine = { id: string; label: string; colour: string; points: readonly PlotPoint[] };

/** What is drawn of the analysis of one line. */
export type PlotLimits = {
  centre: number;
  byX: readonly { x: number; lower: number; upper: number; average: number | null; isOutside: boolean }[];
  /** Numbers of runs whose own value is outside; empty where the moving average is what leaves limits. */
  outside: ReadonlySet<number>;
};

export type PlotMark = { x: number; label: string };

/** A value that runs are held against, over a part of the axis. */
export type PlotReference = { from: number; to: number; value: number; label: string };
