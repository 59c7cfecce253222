"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { createWorkspaceAction } from "#app/(workspace)/settings/workspaces/actions.ts";
import { FormMessage } from "#components/settings/form-message.tsx";
import { useAction } from "#components/settings/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";

/** Makes a workspace and opens it. */
export function CreateWorkspace() {
  const [open, setOpen] = useState(false);
  const { run, pending, fields, message } = useAction(createWorkspaceAction, () =>
    window.location.assign("/"),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void run({ name: String(new FormData(event.currentTarget).get("name") ?? "") });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title="New workspace"
      description="It starts empty, with you as its admin."
      trigger={
        <Button size="sm">
          <Plus aria-hidden />
          New workspace
        </Button>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <FormMessage message={message} />
        <Field label="Name" required error={fields.name}>
          <Input name="name" maxLength={100} autoComplete="off" />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" loading={pending}>
            Create the workspace
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
