import { cx } from "#components/ui/class-names.ts";

/** A touchstone: dark stone, and the streak that gold leaves on it. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cx("size-6 shrink-0", className)}>
      <path
        d="M9.2 2.3c4.1-1 9 .4 11.2 4.1 2 3.4 2.1 8.5-.3 11.8-2.5 3.4-7.6 4.5-11.6 3.3C4.7 20.4 1.9 16.9 1.6 12.9 1.3 8.2 4.5 3.5 9.2 2.3Z"
        className="fill-[#211f1c] dark:fill-[#35322e]"
      />
      <path
        d="M7 16.6c2.9-1.3 7.2-4.9 10-9.2"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        className="stroke-[#e2b04a]"
      />
      <path
        d="M11.7 18c1.5-.9 3.3-2.5 4.6-4.2"
        fill="none"
        strokeWidth="1.2"
        strokeLinecap="round"
        className="stroke-[#e2b04a]/55"
      />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span
      className={cx("inline-flex items-center gap-2 font-semibold text-base tracking-[-0.015em]", className)}
    >
      <LogoMark />
      Touchstone
    </span>
  );
}
