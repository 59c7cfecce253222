import { ArrowDown, ArrowUp, Equal, Minus, OctagonAlert } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { type Bucket, bucketExplanations, bucketLabels } from "#lib/comparisons/rules/bucket.ts";

export const bucketIcons: Record<Bucket, typeof ArrowDown> = {
  regressed: ArrowDown,
  fixed: ArrowUp,
  same: Equal,
  changed: Minus,
  errored: Minus,
  unscored: Minus,
  missing: Minus,
  unpaired: Minus,
};

/** One case proves no change, so its outcome has an arrow and no colour. A critical case that newly fails is called so. */
export function BucketBadge({ bucket, isCritical }: { bucket: Bucket | null; isCritical: boolean }) {
  if (bucket === null) return <span className="text-faint">not in these two</span>;
  const Icon = isCritical ? OctagonAlert : bucketIcons[bucket];
  const differs = bucket === "regressed" || bucket === "fixed";
  return (
    <Badge
      tone={isCritical ? "warning" : differs ? "outline" : "neutral"}
      icon={<Icon aria-hidden />}
      title={isCritical ? "A critical case that newly fails" : bucketExplanations[bucket]}
    >
      {isCritical ? "Critical" : bucketLabels[bucket]}
    </Badge>
  );
}
