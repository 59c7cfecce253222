import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export type BreadcrumbItem = { label: ReactNode; href?: string };

/** The way back up. The last item is the page itself and needs no href. */
export function Breadcrumb({ items }: { items: readonly BreadcrumbItem[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex min-w-0 flex-wrap items-center gap-1 text-muted text-xs">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a trail is never reordered
          <li key={index} className="flex min-w-0 items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-3 shrink-0 text-faint" />}
            {item.href ? (
              <Link href={item.href} className="truncate rounded-sm hover:text-text hover:underline">
                {item.label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
