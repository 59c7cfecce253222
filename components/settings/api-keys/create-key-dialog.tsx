"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import { CreateKeyForm } from "./create-key-form.tsx";
import { NewSecret } from "./new-secret.tsx";

type Created = { name: string; secret: string };

export function CreateKeyDialog() {
  const [open, setOpen] = useState(false);
  const [created, setCreated] = useState<Created | null>(null);

  /** Forgets the secret as soon as the dialog closes. */
  function change(next: boolean) {
    setOpen(next);
    setCreated(null);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={created === null ? "Create an API key" : "Copy the key now"}
      description={
        created === null
          ? "One key for each place that uses it, so that each can be revoked alone."
          : undefined
      }
      trigger={
        <Button size="sm">
          <KeyRound aria-hidden />
          Create a key
        </Button>
      }
      footer={created !== null && <Button onClick={() => change(false)}>Done</Button>}
    >
      {created === null ? (
        <CreateKeyForm onCreated={setCreated} />
      ) : (
        <NewSecret name={created.name} secret={created.secret} />
      )}
    </Dialog>
  );
}
