"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { serviceMethods } from "#lib/providers/service/service-methods.ts";
import type { ConnectionFieldsProps } from "./connection-fields.tsx";
import { HeadersEditor } from "./headers-editor.tsx";
import type { ServiceDraft } from "./settings-draft.ts";

const BODY_HELP =
  "JSON. A text that is one placeholder becomes the value itself: {{prompt}}, {{messages}}, {{input}}, {{input.field}}, {{metadata.field}}, {{tags}}, {{model}}, {{key}}, {{seed}}.";

const PATHS = [
  {
    name: "responsePath",
    label: "Path to the answer",
    hint: "For example choices[0].text. Empty: the whole body is the answer.",
  },
  {
    name: "promptTokensPath",
    label: "Path to prompt tokens",
    hint: "For example usage.input. May be empty.",
  },
  {
    name: "completionTokensPath",
    label: "Path to answer tokens",
    hint: "For example usage.output. May be empty.",
  },
] as const;

/** How a service is asked, and where its answer stands. */
export function ServiceFields({ draft, onChange, canEnterKeys, fields }: ConnectionFieldsProps) {
  const { service } = draft;
  const change = (part: Partial<ServiceDraft>) => onChange({ service: { ...service, ...part } });
  return (
    <div className="flex flex-col gap-4">
      <Field label="Method" className="max-w-32" error={fields["settings.method"]}>
        <NativeSelect value={service.method} onChange={(event) => change({ method: event.target.value })}>
          {serviceMethods.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </NativeSelect>
      </Field>
      {service.method === "GET" ? (
        <p className="text-muted text-sm">
          With GET nothing is sent but the address. Put what the service must know into it, for example{" "}
          <span className="break-all font-mono text-xs">
            https://agent.example.com/answer?q={"{{prompt}}"}
          </span>
          . Long prompts need POST: servers refuse long addresses.
        </p>
      ) : (
        <Field label="Body" required hint={BODY_HELP} error={fields["settings.bodyTemplate"]}>
          <Textarea
            mono
            rows={6}
            spellCheck={false}
            value={service.bodyTemplate}
            onChange={(event) => change({ bodyTemplate: event.target.value })}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-3">
        {PATHS.map(({ name, label, hint }) => (
          <Field key={name} label={label} hint={hint} error={fields[`settings.${name}`]}>
            <Input
              mono
              spellCheck={false}
              placeholder={name === "responsePath" ? "whole body" : "not reported"}
              value={service[name]}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <HeadersEditor
        legend="Headers"
        noun="header"
        hint="Sent with every call, beside content-type and accept."
        headers={service.headers}
        onChange={(headers) => change({ headers })}
        errorOf={(index, part) => fields[`settings.headers.${index}.${part}`]}
      />
      <HeadersEditor
        legend="Secret headers"
        noun="secret header"
        hint={
          canEnterKeys
            ? "Their values are encrypted before they are stored and never shown again."
            : "Only an admin may change these."
        }
        secret
        disabled={!canEnterKeys}
        headers={service.secretHeaders}
        onChange={(secretHeaders) => change({ secretHeaders })}
        errorOf={(index, part) => fields[`secretHeaders.${index}.${part}`]}
      />
    </div>
  );
}
