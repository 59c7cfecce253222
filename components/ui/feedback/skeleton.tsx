import { cx } from "../class-names.ts";

/** A grey place for something that is on its way. Give it the size of what will come. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block h-4 animate-shimmer rounded-sm bg-pressed", className)} />;
}
