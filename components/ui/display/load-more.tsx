import { formatCount } from "../format/format-count.ts";
import { LinkButton } from "../link-button.tsx";

export type LoadMoreProps = {
  shown: number;
  total?: number | null;
  /** Address of the next page; without it, everything is shown. */
  nextHref?: string | null;
  /** Back to the first page, when this is a later one. */
  firstHref?: string | null;
  noun?: string;
};

/** Foot of a list that is read page by page with a cursor. */
export function LoadMore({ shown, total, nextHref, firstHref, noun = "rows" }: LoadMoreProps) {
  const all = typeof total === "number" ? ` of ${formatCount(total)}` : "";
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-2 text-muted text-xs">
      <span className="tabular">
        {formatCount(shown)}
        {all} {noun}
      </span>
      <span className="flex gap-2">
        {firstHref && (
          <LinkButton href={firstHref} size="sm" variant="ghost">
            First page
          </LinkButton>
        )}
        {nextHref && (
          <LinkButton href={nextHref} size="sm" scroll={false}>
            Next page
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
