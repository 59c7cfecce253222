import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style.ts";
import { cx } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";
import { Spinner } from "./spinner.tsx";

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows a spinner and refuses further presses; the width does not change. */
  loading?: boolean;
  /** Key shown on the button, for example "p" or "mod+enter"; registering it is the page's work. */
  shortcut?: string;
};

export function Button({
  variant,
  size,
  loading = false,
  shortcut,
  disabled,
  type = "button",
  className,
  children,
  ...props
}: ButtonProps) {
  return (
    <button
      {...props}
      type={type}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      aria-keyshortcuts={shortcut ? ariaKeys(shortcut) : undefined}
      className={buttonStyle(variant, size, className)}
    >
      <span className={cx("inline-flex items-center gap-1.5", loading && "opacity-0")}>
        {children}
        {shortcut && (
          <span aria-hidden className="flex">
            <Kbd keys={shortcut} />
          </span>
        )}
      </span>
      {loading && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  );
}

function ariaKeys(shortcut: string): string {
  return shortcut
    .split("+")
    .map((key) => (key === "mod" ? "Control" : key.length > 1 ? key[0]?.toUpperCase() + key.slice(1) : key))
    .join("+");
}
