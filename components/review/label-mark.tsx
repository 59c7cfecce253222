import { UserRoundCheck, UserRoundX } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";

export type LabelMarkProps = {
  /** How many people say what. */
  labels: { passed: number; failed: number };
  verdict: "passed" | "failed" | "unscored" | "errored" | null;
};

/** A small sign in a list that people have judged the answer, stronger where somebody says otherwise than the graders. */
export function LabelMark({ labels: { passed, failed }, verdict }: LabelMarkProps) {
  if (passed + failed === 0) return null;
  const disagrees = (verdict === "passed" && failed > 0) || (verdict === "failed" && passed > 0);
  const Icon = failed > passed ? UserRoundX : UserRoundCheck;
  const words = wordsOf(passed, failed, disagrees);
  return (
    <span title={words} className="inline-flex items-center">
      <Icon aria-hidden className={cx("size-3.5 shrink-0", disagrees ? "text-text" : "text-faint")} />
      {disagrees && (
        <span aria-hidden className="font-semibold text-2xs leading-none">
          ≠
        </span>
      )}
      <span className="sr-only">{words}</span>
    </span>
  );
}

function wordsOf(passed: number, failed: number, disagrees: boolean): string {
  const people = (count: number) => `${count} ${count === 1 ? "person says" : "people say"}`;
  const said = [
    ...(passed > 0 ? [`${people(passed)} passed`] : []),
    ...(failed > 0 ? [`${people(failed)} failed`] : []),
  ].join(", ");
  return disagrees ? `${said}: not what the graders say` : said;
}
