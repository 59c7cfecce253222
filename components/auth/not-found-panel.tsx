import { SearchX } from "lucide-react";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

/** Says the same whether the thing does not exist or belongs to a workspace that the reader is not in. */
export function NotFoundPanel() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<SearchX aria-hidden />}
        title="There is nothing at this address"
        text="It may have been deleted, or it belongs to another workspace. If somebody sent you the address, switch to their workspace and open it again."
        action={
          <LinkButton href="/" variant="primary">
            Go to the home page
          </LinkButton>
        }
      />
    </>
  );
}
