"use client";

import { AlertDialog } from "radix-ui";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "../button.tsx";
import { Field } from "../form/field.tsx";
import { Input } from "../form/input.tsx";
import { OVERLAY_STYLE } from "./overlay-style.ts";

export type ConfirmQuestion = {
  title: ReactNode;
  /** What will happen, to what, and whether it can be undone. */
  description: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "danger" | "primary";
  /** When given, this text must be typed before the button works. */
  typeToConfirm?: string;
  /** The dialog stays open and busy until it settles; it closes unless the action throws. */
  onConfirm: () => void | Promise<void>;
};

type ConfirmPanelProps = ConfirmQuestion & {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Called when it has closed. */
  returnFocus: () => void;
};

export function ConfirmPanel({
  title,
  description,
  confirmLabel,
  cancelLabel = "Cancel",
  tone = "danger",
  typeToConfirm,
  onConfirm,
  ...panel
}: ConfirmPanelProps) {
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function change(next: boolean) {
    setTyped("");
    setFailure(null);
    panel.onOpenChange(next);
  }

  function confirm() {
    startTransition(async () => {
      try {
        await onConfirm();
        change(false);
      } catch (error) {
        setFailure(error instanceof Error ? error.message : "That did not work. Try again.");
      }
    });
  }

  return (
    <AlertDialog.Root open={panel.open} onOpenChange={change}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={OVERLAY_STYLE} />
        <AlertDialog.Content
          id={panel.id}
          onCloseAutoFocus={panel.returnFocus}
          className="fixed inset-x-3 top-[18vh] z-50 mx-auto flex max-w-md flex-col gap-3 rounded-xl border border-strong/70 bg-raised p-5 shadow-modal outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in"
        >
          <AlertDialog.Title className="font-semibold text-base">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="text-muted text-sm">{description}</div>
          </AlertDialog.Description>
          {typeToConfirm && (
            <Field
              label={
                <>
                  Type <strong className="font-mono">{typeToConfirm}</strong> to go on
                </>
              }
            >
              <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
            </Field>
          )}
          {failure && (
            <p role="alert" className="text-negative text-sm">
              {failure}
            </p>
          )}
          <div className="mt-1 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button disabled={pending}>{cancelLabel}</Button>
            </AlertDialog.Cancel>
            <Button
              variant={tone}
              loading={pending}
              disabled={typeToConfirm !== undefined && typed !== typeToConfirm}
              onClick={confirm}
            >
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
