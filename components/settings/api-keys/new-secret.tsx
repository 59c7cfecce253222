import { CopyButton } from "#components/ui/display/copy-button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";

/** The secret in full, once: only a hash of it is stored. */
export function NewSecret({ name, secret }: { name: string; secret: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">
        This is the key of <strong className="break-words">{name}</strong>. It is shown only now: nobody, not
        even an admin, can read it again. Keep it where your CI keeps its secrets.
      </p>
      <div className="flex items-end gap-1.5">
        <Field label="API key" className="flex-1">
          <Input value={secret} readOnly mono onFocus={(event) => event.target.select()} />
        </Field>
        <CopyButton text={secret} label="Copy the key" showLabel />
      </div>
    </div>
  );
}
