"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { CopyButton } from "#components/ui/display/copy-button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { WebhookConfig } from "#lib/graders/kinds/meaning/webhook.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { ConfigFormProps } from "../config-form-props.ts";
import { NumberField } from "../number-field.tsx";
import { useMeaningChoices } from "./meaning-choices.tsx";

export function WebhookForm({ config, onChange, errors }: ConfigFormProps<WebhookConfig>) {
  // Versions from before there was a choice do not name it.
  const decides: WebhookConfig["decides"] = config.decides ?? "pass";
  return (
    <>
      <Field
        label="Address"
        hint="Editors may enter any address that the worker can reach, also inside your network. Redirects are not followed."
        error={errors.url}
      >
        <Input
          mono
          type="url"
          autoComplete="off"
          placeholder="https://grader.example.com/grade"
          value={config.url}
          onChange={(event) => onChange({ ...config, url: event.target.value })}
        />
      </Field>
      <SecretField
        secretId={config.secretId}
        error={errors.secretId}
        onChange={(secretId) => onChange({ ...config, secretId })}
      />
      <NumberField
        label="Longest wait, in seconds"
        hint="Repeated up to four times after 429, 5xx and broken connections."
        error={errors.timeoutSeconds}
        value={config.timeoutSeconds}
        onValueChange={(timeoutSeconds) => onChange({ ...config, timeoutSeconds })}
      />
      <ChoiceField
        label="What decides"
        hint={
          decides === "score"
            ? "The score is held against the threshold below. An answer without a score is unscored."
            : "Pass or fail as your service says. Where it says neither, its score is held against the threshold below."
        }
        error={errors.decides}
        value={decides}
        options={deciders}
        onValueChange={(chosen) => onChange({ ...config, decides: chosen })}
      />
      <CodeBlock
        title="What is posted, and what comes back"
        code={
          '{"input": …, "expected": …, "output": "…", "metadata": {…}, "attempt": {"latencyMs": 812, …}, "caseKey": "…"}\n\n{"pass": true, "score": 0.8, "reason": "…"}, with at least one of pass and score'
        }
        wrap
        maxHeight="8rem"
      />
    </>
  );
}

const deciders = [
  { value: "pass", label: "“pass” decides" },
  { value: "score", label: "The score against the threshold" },
] as const;

type SecretFieldProps = {
  secretId: string | null;
  error?: string | undefined;
  onChange: (secretId: string | null) => void;
};

function SecretField({ secretId, error, onChange }: SecretFieldProps) {
  const { makeSecret } = useMeaningChoices();
  const { run, pending, failure } = useAction(makeSecret ?? notHere);
  const [made, setMade] = useState<string | null>(null);
  return (
    <FieldGroup
      legend="Signature"
      hint="The header touchstone-signature holds t=<seconds>,v1=<HMAC-SHA256 of seconds.body>, so that your service knows who calls."
      error={error ?? failure?.message}
    >
      {made !== null && (
        <Alert tone="warning" title="Copy the secret now: it is not shown again">
          <span className="flex items-center gap-2 break-all font-mono text-xs">
            {made} <CopyButton text={made} label="Copy the secret" />
          </span>
        </Alert>
      )}
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <span className="text-muted">
          {secretId === null ? "Calls are not signed." : "Calls are signed."}
        </span>
        <Button
          size="sm"
          loading={pending}
          disabled={makeSecret === null}
          onClick={() =>
            run(undefined, ({ id, secret }) => {
              setMade(secret);
              onChange(id);
            })
          }
        >
          {secretId === null ? "Make a secret" : "Make a new secret"}
        </Button>
        {secretId !== null && (
          <Button size="sm" variant="ghost" onClick={() => onChange(null)}>
            Do not sign
          </Button>
        )}
      </div>
    </FieldGroup>
  );
}

async function notHere() {
  return { ok: false as const, message: "You need the role editor to make a secret.", fields: {} };
}
