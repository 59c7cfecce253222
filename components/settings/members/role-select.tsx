"use client";

import { useEffect } from "react";
import { changeRoleAction } from "#app/(workspace)/settings/members/actions.ts";
import { useAction } from "#components/settings/use-action.ts";
import { toast } from "#components/ui/feedback/toast.ts";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import type { Role } from "#lib/context/context.ts";
import { roleLabel, roleOptions } from "./role-options.ts";

export type RoleSelectProps = { userId: string; name: string; role: Role };

/** Changes the role as soon as another one is chosen; shows the stored one again when that is refused. */
export function RoleSelect({ userId, name, role }: RoleSelectProps) {
  const { run, pending, message } = useAction(changeRoleAction, (member) => {
    toast.success(`${member.name} now has the role ${roleLabel(member.role).toLowerCase()}.`);
  });

  useEffect(() => {
    if (message !== null) toast.error(message);
  }, [message]);

  function choose(value: string) {
    const chosen = roleOptions.find((option) => option.value === value);
    if (chosen !== undefined) void run({ userId, role: chosen.value });
  }

  return (
    <NativeSelect
      aria-label={`Role of ${name}`}
      value={role}
      disabled={pending}
      onChange={(event) => choose(event.target.value)}
      className="w-32"
    >
      {roleOptions.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </NativeSelect>
  );
}
