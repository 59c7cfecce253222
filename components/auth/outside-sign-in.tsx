"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

export type OutsideSignInProps = { providers: readonly { id: string; name: string }[]; next: string };

/** One button for each outside account that this installation accepts. */
export function OutsideSignIn({ providers, next }: OutsideSignInProps) {
  const [chosen, setChosen] = useState<string | null>(null);

  async function choose(id: string) {
    setChosen(id);
    const { signIn } = await import("next-auth/react");
    await signIn(id, { callbackUrl: next });
  }

  return (
    <div className="flex flex-col gap-2">
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          size="lg"
          loading={chosen === id}
          disabled={chosen !== null}
          onClick={() => void choose(id)}
        >
          Continue with {name}
        </Button>
      ))}
      <p className="flex items-center gap-3 py-1 text-faint text-xs before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        or with your password
      </p>
    </div>
  );
}
