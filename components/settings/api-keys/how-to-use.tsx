"use client";

import { useSyncExternalStore } from "react";
import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { Card } from "#components/ui/layout/card.tsx";

const nothing = () => () => undefined;

/** `address` is the installation's public one; without it, the one in the browser's address bar. */
export function HowToUse({ address }: { address: string | null }) {
  const origin = useSyncExternalStore(
    nothing,
    () => window.location.origin,
    () => "https://touchstone.example.com",
  );
  const url = (address ?? origin).replace(/\/$/, "");
  return (
    <Card
      title="In CI"
      description="In a clone of Touchstone; needs Node 22.18 or newer and nothing installed. The exit code is 0 when the gate passes, 1 when it fails, 2 when there is not enough evidence, 3 when there is no verdict."
    >
      <CodeBlock title="Shell" code={shell(url)} />
    </Card>
  );
}

function shell(url: string): string {
  return `export TOUCHSTONE_URL=${url}   # and TOUCHSTONE_API_KEY from the secrets of your CI
run=$(node lib/cli/main.mjs run --dataset "Support tickets" --model "My model")
node lib/cli/main.mjs gate --run "$run" --wait`;
}
