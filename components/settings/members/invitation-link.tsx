import { ShownOnce } from "../shown-once.tsx";

export function InvitationLink({ email, address }: { email: string; address: string }) {
  return (
    <ShownOnce label="Invitation link" text={address} copyLabel="Copy the link">
      Send this link to <strong className="break-all">{email}</strong>. It is shown only now.
    </ShownOnce>
  );
}
