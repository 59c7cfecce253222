"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { leaveSession } from "./leave-session.ts";

export function SignOutButton() {
  const [pending, setPending] = useState(false);

  function press() {
    setPending(true);
    void leaveSession().catch(() => setPending(false));
  }

  return (
    <Button loading={pending} onClick={press}>
      Sign out
    </Button>
  );
}
