"use server";

import { rememberWorkspace } from "#app/_server/remember-workspace.ts";
import { type ActionResult, toFailure } from "#app/_server/run-action.ts";
import { authRequest, sessionUserId } from "#app/_server/session.ts";
import { AppError } from "#lib/errors/app-error.ts";
import {
  type AcceptInvitationInput,
  acceptInvitation,
} from "#lib/workspaces/invitations/accept-invitation.ts";
import { type JoinWorkspaceInput, joinWorkspace } from "#lib/workspaces/invitations/join-workspace.ts";

/** Open to whoever holds the invitation; nobody is signed in yet. */
export async function acceptInvitationAction(
  input: AcceptInvitationInput,
): Promise<ActionResult<{ email: string }>> {
  try {
    const { email } = await acceptInvitation(await authRequest(), input);
    return { ok: true, value: { email } };
  } catch (error) {
    return toFailure(error);
  }
}

/** A person may be signed in and belong to no workspace yet, so this asks for the session and not for a context. */
export async function joinWorkspaceAction(
  input: JoinWorkspaceInput,
): Promise<ActionResult<{ workspaceId: string }>> {
  try {
    const userId = await sessionUserId();
    if (userId === null) {
      throw new AppError("unauthenticated", "You are signed out. Sign in, then open the invitation again.");
    }
    const joined = await joinWorkspace(await authRequest(), userId, input);
    await rememberWorkspace(joined.workspaceId);
    return { ok: true, value: joined };
  } catch (error) {
    return toFailure(error);
  }
}
