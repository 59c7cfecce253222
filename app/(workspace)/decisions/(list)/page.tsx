import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { DecisionsTable } from "#components/decisions/list/decisions-table.tsx";
import { LoadMore } from "#components/ui/display/load-more.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { listDecisions } from "#lib/decisions/reading/list-decisions.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

export const metadata: Metadata = { title: "Decisions" };

const searchSchema = z.object({ after: idSchema.nullable().catch(null) });

export default async function DecisionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { ctx } = await pageContext();
  const { after } = searchSchema.parse(await searchParams);
  const { items, nextCursor } = await listDecisions(ctx, { cursor: after, limit: 50 });
  const choose = (
    <LinkButton href="/decisions/new" variant="primary">
      <Scale aria-hidden />
      Choose a model
    </LinkButton>
  );
  return (
    <Page>
      <PageHeader
        title="Decisions"
        description="Which model was chosen, on what evidence, by whom. A decision re-opens by itself when what it rests on changes."
        actions={
          <>
            <LinkButton href="/decisions/several">Several datasets together</LinkButton>
            {items.length > 0 && choose}
          </>
        }
      />
      {items.length === 0 && after === null ? (
        <Card>
          <EmptyState
            icon={<Scale />}
            title="No decisions yet"
            text="Set a bar, see which model is the cheapest that provably clears it, and record the choice with its evidence."
            action={choose}
          />
        </Card>
      ) : (
        <Card flush>
          <DecisionsTable rows={items} />
        </Card>
      )}
      {(nextCursor !== null || after !== null) && (
        <LoadMore
          shown={items.length}
          nextHref={nextCursor && `/decisions?after=${nextCursor}`}
          firstHref={after && "/decisions"}
          noun="decisions"
        />
      )}
    </Page>
  );
}
