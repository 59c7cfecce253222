import { CodeBlock } from "#components/ui/display/code-block.tsx";

const maxFields = 100;
const maxChars = 200_000;

/** A value of a case: an object field by field, a text as it is, anything else as JSON. */
export function CaseInput({ input }: { input: unknown }) {
  if (input === null || input === undefined) return <p className="text-faint text-sm">None.</p>;
  if (typeof input === "string") return <FieldText label="Value" text={input} />;
  if (typeof input !== "object" || Array.isArray(input)) return <CodeBlock code={jsonOf(input)} wrap />;
  const fields = Object.entries(input);
  if (fields.length === 0) return <p className="text-faint text-sm">An object without fields.</p>;
  return (
    <dl className="flex flex-col gap-3">
      {fields.slice(0, maxFields).map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="untrusted-text mb-1 font-mono text-muted text-xs">{name}</dt>
          <dd>
            {typeof value === "string" ? (
              <FieldText label={name} text={value} />
            ) : (
              <CodeBlock code={jsonOf(value)} wrap copyable={false} />
            )}
          </dd>
        </div>
      ))}
      {fields.length > maxFields && (
        <p className="text-muted text-xs">{fields.length - maxFields} more fields are not shown here.</p>
      )}
    </dl>
  );
}

function FieldText({ label, text }: { label: string; text: string }) {
  if (text === "") return <p className="text-faint text-sm italic">empty</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of text, not of form fields
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="untrusted-text max-h-72 overflow-auto rounded-md border bg-raised px-3 py-2 text-sm focus-visible:-outline-offset-2"
    >
      {text.slice(0, maxChars)}
      {text.length > maxChars && <span className="text-muted"> … the rest is in the export.</span>}
    </div>
  );
}

function jsonOf(value: unknown): string {
  const text = JSON.stringify(value, null, 2) ?? "null";
  return text.length > maxChars ? `${text.slice(0, maxChars)}\n… the rest is in the export.` : text;
}
