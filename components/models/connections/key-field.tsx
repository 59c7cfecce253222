"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { isVendorKind, vendors } from "#lib/providers/vendors/vendors.ts";
import type { ConnectionFieldsProps } from "./connection-fields.tsx";

export function KeyField({ draft, onChange, stored, canEnterKeys, fields }: ConnectionFieldsProps) {
  const keyHint = stored?.keyHint ?? null;
  const isRequired = isVendorKind(draft.kind);
  const isNewAddress = keyHint !== null && draft.baseUrl.trim().replace(/\/+$/, "") !== stored?.baseUrl;
  return (
    <>
      <Field
        label="API key"
        optional={!isRequired}
        required={isRequired && keyHint === null}
        error={fields.apiKey}
        hint={keyHelp({
          keyHint,
          canEnterKeys,
          isRequired,
          needsKeyAgain: isNewAddress && draft.apiKey === "" && !draft.removeKey,
        })}
      >
        <Input
          mono
          type="password"
          autoComplete="off"
          disabled={!canEnterKeys}
          placeholder={keyHint ?? (isVendorKind(draft.kind) ? vendors[draft.kind].keyExample : "none")}
          value={draft.apiKey}
          onChange={(event) => onChange({ apiKey: event.target.value })}
        />
      </Field>
      {keyHint !== null && !isRequired && (
        <Checkbox
          label={`Remove the stored key ${keyHint}`}
          disabled={!canEnterKeys || draft.apiKey !== ""}
          checked={draft.removeKey && draft.apiKey === ""}
          onCheckedChange={(removeKey) => onChange({ removeKey })}
        />
      )}
    </>
  );
}

type KeyFacts = {
  keyHint: string | null;
  canEnterKeys: boolean;
  isRequired: boolean;
  needsKeyAgain: boolean;
};

function keyHelp({ keyHint, canEnterKeys, isRequired, needsKeyAgain }: KeyFacts): string {
  if (!canEnterKeys) {
    if (keyHint !== null) return `The key ${keyHint} is stored. Only an admin may change it.`;
    return isRequired
      ? "Only an admin may store keys. Ask an admin of this workspace to connect this vendor."
      : "Only an admin may store keys. A server that needs none works without.";
  }
  if (needsKeyAgain)
    return "The base URL is new: enter the key again. A stored key is never sent to another address.";
  if (keyHint !== null) return `The key ${keyHint} is stored. Leave this empty to keep it.`;
  const need = isRequired ? "" : " Leave this empty for a server that needs none.";
  return `Encrypted before it is stored and never shown again.${need}`;
}
