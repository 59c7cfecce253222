"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import type { ConnectionDetails } from "#lib/models/connections/get-connection.ts";
import { normaliseBaseUrl } from "#lib/providers/http/normalise-base-url.ts";
import { isVendorKind, vendors } from "#lib/providers/vendors/vendors.ts";
import type { ConnectionDraft } from "./connection-draft.ts";
import { KeyField } from "./key-field.tsx";

export type ConnectionFieldsProps = {
  draft: ConnectionDraft;
  onChange: (part: Partial<ConnectionDraft>) => void;
  stored: ConnectionDetails | null;
  canEnterKeys: boolean;
  fields: Readonly<Record<string, string>>;
};

/** Name, address and key. */
export function ConnectionFields(props: ConnectionFieldsProps) {
  const { draft, onChange, fields } = props;
  const address = addressFacts(draft);
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Name"
        required
        error={fields.name}
        hint="How it is called here, for example Ollama on my desk."
      >
        <Input
          value={draft.name}
          maxLength={120}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field
        label={address.label}
        required={!address.optional}
        optional={address.optional}
        error={fields.baseUrl}
        hint={address.hint}
      >
        <Input
          mono
          spellCheck={false}
          {...(draft.kind === "command" ? {} : { type: "url", inputMode: "url" as const })}
          placeholder={address.placeholder}
          value={draft.baseUrl}
          onChange={(event) => onChange({ baseUrl: event.target.value })}
        />
      </Field>
      {draft.kind !== "command" && <KeyField {...props} />}
    </div>
  );
}

type AddressFacts = { label: string; hint: string; placeholder: string; optional: boolean };

function addressFacts({ kind, baseUrl }: ConnectionDraft): AddressFacts {
  if (isVendorKind(kind)) {
    return {
      label: "Base URL",
      hint: `Empty for ${vendors[kind].label} itself. Enter the address of a proxy that speaks the same protocol.`,
      placeholder: vendors[kind].baseUrl,
      optional: true,
    };
  }
  if (kind === "http") {
    return {
      label: "Address",
      hint: "Called for each case. {{key}}, {{input.field}} and the like may stand in its path and its query; each value is encoded.",
      placeholder: "https://agent.example.com/answer",
      optional: false,
    };
  }
  if (kind === "command") {
    return {
      label: "Program",
      hint: "A path on the machine of the worker, or a name that is on its path.",
      placeholder: "/usr/local/bin/my-agent",
      optional: false,
    };
  }
  const normalised = normaliseBaseUrl(baseUrl);
  return {
    label: "Base URL",
    hint: (normalised.ok && normalised.hint) || "The part before /chat/completions. It usually ends in /v1.",
    placeholder: "http://localhost:11434/v1",
    optional: false,
  };
}
