"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import { InviteForm } from "./invite-form.tsx";

type Invited = { email: string; path: string };

/** `origin` is the installation's public address; without it, the one in the browser's address bar. */
export function InviteDialog({ origin }: { origin: string | null }) {
  const [open, setOpen] = useState(false);
  const [invited, setInvited] = useState<Invited | null>(null);

  function change(next: boolean) {
    setOpen(next);
    if (next) setInvited(null);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title="Invite a member"
      description={
        invited === null ? "Makes a link for one person. It works once, within seven days." : undefined
      }
      trigger={
        <Button size="sm">
          <UserPlus aria-hidden />
          Invite a member
        </Button>
      }
      footer={invited !== null && <Button onClick={() => change(false)}>Done</Button>}
    >
      {invited === null ? (
        <InviteForm onInvited={setInvited} />
      ) : (
        <InvitationLink
          email={invited.email}
          address={`${(origin ?? window.location.origin).replace(/\/$/, "")}${invited.path}`}
        />
      )}
    </Dialog>
  );
}
