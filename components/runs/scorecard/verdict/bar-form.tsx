import { buttonStyle } from "#components/ui/button-style.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { barText } from "#lib/scorecards/words/percent-text.ts";

export type BarFormProps = {
  runId: string;
  /** In 0..1. */
  bar: number | null;
  policyBar: number | null;
};

/** Holds the run against a bar for its pass rate; the bar is in the address, so the view can be sent to a colleague. */
export function BarForm({ runId, bar, policyBar }: BarFormProps) {
  return (
    <form
      action={`/runs/${runId}`}
      className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs"
    >
      <label htmlFor="bar">Bar for the pass rate, in per cent</label>
      <input
        id="bar"
        name="bar"
        type="number"
        required
        min="0.1"
        max="100"
        step="any"
        inputMode="decimal"
        defaultValue={bar === null ? undefined : Number((bar * 100).toFixed(2))}
        className="tabular h-7 w-20 rounded-md border border-control bg-surface px-2 text-right text-sm text-text"
      />
      <button type="submit" className={buttonStyle("secondary", "sm")}>
        Hold against it
      </button>
      <OtherBar runId={runId} bar={bar} policyBar={policyBar} />
    </form>
  );
}

/** Where the bar is from, or the way back. */
function OtherBar({ runId, bar, policyBar }: BarFormProps) {
  if (bar === null) return null;
  if (policyBar === null) return <TextLink href={`/runs/${runId}`}>Without a bar</TextLink>;
  if (bar === policyBar) return <span>set by the policy</span>;
  return <TextLink href={`/runs/${runId}`}>Back to {barText(policyBar)} of the policy</TextLink>;
}
