import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { ApiKeysTable } from "#components/settings/api-keys/api-keys-table.tsx";
import { CreateKeyDialog } from "#components/settings/api-keys/create-key-dialog.tsx";
import { HowToUse } from "#components/settings/api-keys/how-to-use.tsx";
import { LoadMore } from "#components/ui/display/load-more.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { listApiKeys } from "#lib/auth/api-keys/list-api-keys.ts";
import { hasRole } from "#lib/context/context.ts";
import { env } from "#lib/env/env.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

export const metadata: Metadata = { title: "API keys" };

const searchSchema = z.object({ after: idSchema.optional().catch(undefined) });

type ApiKeysPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ApiKeysPage({ searchParams }: ApiKeysPageProps) {
  const { ctx } = await pageContext();
  if (!hasRole(ctx, "admin")) {
    return <Alert tone="info">Only admins of this workspace can see and make its API keys.</Alert>;
  }
  const { after } = searchSchema.parse(await searchParams);
  const keys = await listApiKeys(ctx, { cursor: after, limit: 50 });
  return (
    <div className="flex flex-col gap-5">
      <Card
        title="API keys"
        description="For programs: the command line, CI and scripts. A key belongs to this workspace and goes on working when whoever made it leaves."
        actions={<CreateKeyDialog />}
        flush
      >
        <ApiKeysTable keys={keys.items} />
      </Card>
      {(keys.nextCursor !== null || after !== undefined) && (
        <LoadMore
          shown={keys.items.length}
          noun="keys"
          firstHref={after === undefined ? null : "/settings/api-keys"}
          nextHref={keys.nextCursor && `/settings/api-keys?after=${keys.nextCursor}`}
        />
      )}
      <HowToUse address={env().TOUCHSTONE_URL ?? null} />
    </div>
  );
}
