"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import { type ChangeRoleInput, changeRole } from "#lib/workspaces/change-role.ts";
import { type InviteMemberInput, inviteMember } from "#lib/workspaces/invitations/invite-member.ts";
import {
  type RevokeInvitationInput,
  revokeInvitation,
} from "#lib/workspaces/invitations/revoke-invitation.ts";
import { type RemoveMemberInput, removeMember } from "#lib/workspaces/remove-member.ts";

const refresh = () => revalidatePath("/settings/members");

export async function inviteMemberAction(input: InviteMemberInput) {
  return await runAction(async (ctx) => {
    const invitation = await inviteMember(ctx, input);
    refresh();
    return invitation;
  });
}

export async function revokeInvitationAction(input: RevokeInvitationInput) {
  return await runAction(async (ctx) => {
    await revokeInvitation(ctx, input);
    refresh();
  });
}

export async function changeRoleAction(input: ChangeRoleInput) {
  return await runAction(async (ctx) => {
    const member = await changeRole(ctx, input);
    refresh();
    return member;
  });
}

export async function removeMemberAction(input: RemoveMemberInput) {
  return await runAction(async (ctx) => {
    const member = await removeMember(ctx, input);
    refresh();
    return member;
  });
}
