import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./class-names.ts";

/** A link inside running text: underlined, so that it does not depend on colour. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...props}
      className={cx(
        "rounded-sm text-text underline decoration-accent decoration-1 underline-offset-3 hover:decoration-2",
        className,
      )}
    />
  );
}
