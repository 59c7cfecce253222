"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { type Action, useAction } from "#components/ui/use-action.ts";
import type {
  CreateConnectionInput,
  UpdateConnectionInput,
} from "#lib/models/connections/connection-schema.ts";
import type { ConnectionDetails } from "#lib/models/connections/get-connection.ts";
import { failureSentence } from "../failure-sentence.ts";
import { type ConnectionDraft, connectionDraftOf, connectionInputOf } from "./connection-draft.ts";
import { ConnectionFields } from "./connection-fields.tsx";
import { type TestAction, TestConnection } from "./test-connection.tsx";

export type ConnectionFormProps = {
  /** Null for a new one. */
  connection: ConnectionDetails | null;
  /** Keys are an admin's. */
  canEnterKeys: boolean;
  actions: {
    create: Action<CreateConnectionInput, { id: string; name: string }>;
    update: Action<UpdateConnectionInput, { id: string }>;
    test: TestAction;
  };
};

export function ConnectionForm({ connection, canEnterKeys, actions }: ConnectionFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(() => connectionDraftOf(connection));
  const save = useAction((input: CreateConnectionInput & { removeKey: boolean }) =>
    connection === null ? actions.create(input) : actions.update({ ...input, connectionId: connection.id }),
  );
  const change = (part: Partial<ConnectionDraft>) => setDraft((current) => ({ ...current, ...part }));

  function submit(event: FormEvent) {
    event.preventDefault();
    const { input, problems } = connectionInputOf(draft);
    if (Object.keys(problems).length > 0) {
      return save.setFailure({ ok: false, message: "Correct the marked fields.", fields: problems });
    }
    save.run(input, () => {
      toast.success(
        connection === null ? `Connection "${input.name}" created.` : `Connection "${input.name}" saved.`,
      );
      router.push("/models/connections");
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <Card>
        <ConnectionFields
          draft={draft}
          onChange={change}
          stored={connection}
          canEnterKeys={canEnterKeys}
          fields={save.failure?.fields ?? {}}
        />
      </Card>
      <TestConnection
        test={actions.test}
        connectionId={connection?.id ?? null}
        baseUrl={draft.baseUrl}
        apiKey={draft.apiKey}
      />
      {save.failure && (
        <Alert tone="danger" live title="The connection was not saved">
          {failureSentence(save.failure)}
        </Alert>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton href="/models/connections" variant="ghost">
          Cancel
        </LinkButton>
        <Button type="submit" variant="primary" loading={save.pending}>
          {connection === null ? "Create connection" : "Save connection"}
        </Button>
      </div>
    </form>
  );
}
