"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import type { ConnectionDetails } from "#lib/models/connections/get-connection.ts";
import { normaliseBaseUrl } from "#lib/providers/http/normalise-base-url.ts";
import type { ConnectionDraft } from "./connection-draft.ts";

export type ConnectionFieldsProps = {
  draft: ConnectionDraft;
  onChange: (part: Partial<ConnectionDraft>) => void;
  stored: ConnectionDetails | null;
  canEnterKeys: boolean;
  fields: Readonly<Record<string, string>>;
};

export function ConnectionFields({ draft, onChange, stored, canEnterKeys, fields }: ConnectionFieldsProps) {
  const normalised = normaliseBaseUrl(draft.baseUrl);
  const keyHint = stored?.keyHint ?? null;
  const needsKeyAgain =
    keyHint !== null &&
    normalised.ok &&
    normalised.baseUrl !== stored?.baseUrl &&
    draft.apiKey === "" &&
    !draft.removeKey;
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
        label="Base URL"
        required
        error={fields.baseUrl}
        hint={
          (normalised.ok && normalised.hint) || "The part before /chat/completions. It usually ends in /v1."
        }
      >
        <Input
          mono
          type="url"
          inputMode="url"
          spellCheck={false}
          placeholder="http://localhost:11434/v1"
          value={draft.baseUrl}
          onChange={(event) => onChange({ baseUrl: event.target.value })}
        />
      </Field>
      <Field
        label="API key"
        optional
        error={fields.apiKey}
        hint={keyHelp(keyHint, canEnterKeys, needsKeyAgain)}
      >
        <Input
          mono
          type="password"
          autoComplete="off"
          disabled={!canEnterKeys}
          placeholder={keyHint ?? "none"}
          value={draft.apiKey}
          onChange={(event) => onChange({ apiKey: event.target.value })}
        />
      </Field>
      {keyHint !== null && (
        <Checkbox
          label={`Remove the stored key ${keyHint}`}
          disabled={!canEnterKeys || draft.apiKey !== ""}
          checked={draft.removeKey && draft.apiKey === ""}
          onCheckedChange={(removeKey) => onChange({ removeKey })}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Calls at the same time"
          error={fields.maxConcurrency}
          hint="Over all runs and workers together."
        >
          <Input
            inputMode="numeric"
            value={draft.maxConcurrency}
            onChange={(event) => onChange({ maxConcurrency: event.target.value })}
          />
        </Field>
        <Field
          label="Time-out in seconds"
          error={fields.timeoutSeconds}
          hint="For one answer, from start to end."
        >
          <Input
            inputMode="numeric"
            value={draft.timeoutSeconds}
            onChange={(event) => onChange({ timeoutSeconds: event.target.value })}
          />
        </Field>
      </div>
    </div>
  );
}

function keyHelp(keyHint: string | null, canEnterKeys: boolean, needsKeyAgain: boolean): string {
  if (!canEnterKeys) {
    return keyHint === null
      ? "Only an admin may store keys. A server that needs none works without."
      : `The key ${keyHint} is stored. Only an admin may change it.`;
  }
  if (needsKeyAgain)
    return "The base URL is new: enter the key again. A stored key is never sent to another address.";
  if (keyHint !== null) return `The key ${keyHint} is stored. Leave this empty to keep it.`;
  return "Encrypted before it is stored and never shown again. Leave this empty for a server that needs none.";
}
