/** An approved baseline, as pages show it. */
export type Baseline = {
  id: string;
  /** Counts up within the dataset. */
  number: number;
  note: string;
  /** What the gate said of the run when it was approved; null without a policy. */
  gateVerdict: string | null;
  /** Approved although the gate failed. */
  waiver: boolean;
  approvedAt: Date;
  approvedBy: string;
  run: { id: string; number: number; model: string; modelVersion: number };
};
