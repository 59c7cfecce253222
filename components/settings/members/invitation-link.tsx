import { CopyButton } from "#components/ui/display/copy-button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";

/** The link in full, once: only a hash of it is stored. */
export function InvitationLink({ email, address }: { email: string; address: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">
        Send this link to <strong className="break-all">{email}</strong>. It is shown only now.
      </p>
      <div className="flex items-end gap-1.5">
        <Field label="Invitation link" className="flex-1">
          <Input value={address} readOnly mono onFocus={(event) => event.target.select()} />
        </Field>
        <CopyButton text={address} label="Copy the link" showLabel />
      </div>
    </div>
  );
}
