"use server";

import { type ActionResult, toFailure } from "#app/_server/run-action.ts";
import { authRequest } from "#app/_server/session.ts";
import { type CompleteSetupInput, completeSetup } from "#lib/auth/complete-setup.ts";

/** Open to whoever holds the link from the terminal; nobody is signed in yet. */
export async function completeSetupAction(
  input: CompleteSetupInput,
): Promise<ActionResult<{ email: string }>> {
  try {
    const { email } = await completeSetup(await authRequest(), input);
    return { ok: true, value: { email } };
  } catch (error) {
    return toFailure(error);
  }
}
