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
import { type ConnectionKind, connectionKindFacts } from "#lib/models/connections/kinds/connection-kind.ts";
import { isVendorKind, vendors } from "#lib/providers/vendors/vendors.ts";
import { failureSentence } from "../failure-sentence.ts";
import { CommandFields } from "./command-fields.tsx";
import { type ConnectionDraft, connectionDraftOf, connectionInputOf, targetOf } from "./connection-draft.ts";
import { ConnectionFields } from "./connection-fields.tsx";
import { KindChooser } from "./kind-chooser.tsx";
import { LimitFields } from "./limit-fields.tsx";
import { ServiceFields } from "./service-fields.tsx";
import { type TestAction, TestConnection } from "./test-connection.tsx";

export type ConnectionFormProps = {
  /** Null for a new one. */
  connection: ConnectionDetails | null;
  /** Keys are an admin's. */
  canEnterKeys: boolean;
  /** Why no program can be connected, or null. */
  commandsRefused: string | null;
  actions: {
    create: Action<CreateConnectionInput, { id: string; name: string }>;
    update: Action<UpdateConnectionInput, { id: string }>;
    test: TestAction;
  };
};

export function ConnectionForm(props: ConnectionFormProps) {
  const { connection, canEnterKeys, actions } = props;
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

  const part = {
    draft,
    onChange: change,
    stored: connection,
    canEnterKeys,
    fields: save.failure?.fields ?? {},
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {connection === null && (
        <Card>
          <KindChooser
            kind={draft.kind}
            onKindChange={(kind) => setDraft((current) => withKind(current, kind))}
            commandsRefused={props.commandsRefused}
            error={part.fields.kind}
          />
        </Card>
      )}
      <Card title={connection === null ? undefined : connectionKindFacts[draft.kind].label}>
        <ConnectionFields {...part} />
      </Card>
      {draft.kind === "http" && (
        <Card title="Request and answer">
          <ServiceFields {...part} />
        </Card>
      )}
      {draft.kind === "command" && (
        <Card title="Program">
          <CommandFields {...part} />
        </Card>
      )}
      <Card
        title="Limits"
        description="Hold over all runs and workers together. Touchstone also slows down by itself when the server says that it is too much."
      >
        <LimitFields {...part} />
      </Card>
      <TestConnection test={actions.test} connectionId={connection?.id ?? null} target={targetOf(draft)} />
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

/** A name that only says the kind follows it; one that was typed stays. */
function withKind(draft: ConnectionDraft, kind: ConnectionKind): ConnectionDraft {
  const isTyped = draft.name !== "" && draft.name !== suggestedName(draft.kind);
  return { ...draft, kind, name: isTyped ? draft.name : suggestedName(kind) };
}

function suggestedName(kind: ConnectionKind): string {
  return isVendorKind(kind) ? vendors[kind].label : "";
}
