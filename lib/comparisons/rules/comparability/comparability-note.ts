export type ComparabilityNote = {
  tone: "info" | "warning";
  title: string;
  text: string;
  /** A difference measured like this would mislead, and is shown without colour and verdict: that of the verdicts, or also each grader's. */
  withholds: "nothing" | "verdict" | "everything";
};

export const casesText = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "case" : "cases"}`;

export function strongest(notes: readonly ComparabilityNote[]): ComparabilityNote["withholds"] {
  const levels = notes.map((note) => note.withholds);
  return levels.includes("everything") ? "everything" : levels.includes("verdict") ? "verdict" : "nothing";
}
