import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../class-names.ts";

export type AlertTone = "info" | "warning" | "danger";

const STYLES = {
  info: { box: "border-info/30 bg-info-soft", mark: "text-info", Icon: Info },
  warning: { box: "border-warning/30 bg-warning-soft", mark: "text-warning", Icon: TriangleAlert },
  danger: { box: "border-negative/30 bg-negative-soft", mark: "text-negative", Icon: CircleAlert },
};

export type AlertProps = {
  tone?: AlertTone;
  title?: ReactNode;
  /** A small button or link that puts it right. */
  action?: ReactNode;
  /** Announce at once; leave off for notes that were there when the page loaded. */
  live?: boolean;
  className?: string;
  children?: ReactNode;
};

export function Alert({ tone = "info", title, action, live = false, className, children }: AlertProps) {
  const { box, mark, Icon } = STYLES[tone];
  return (
    <div
      role={live ? "alert" : "note"}
      className={cx(
        "flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-lg border px-3 py-2.5 text-sm",
        box,
        className,
      )}
    >
      <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", mark)} />
      <div className="min-w-0 flex-1 basis-48">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={cx(title ? "text-muted" : undefined)}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
