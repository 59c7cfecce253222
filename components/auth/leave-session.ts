import { signOut } from "next-auth/react";

/** Ends the session and loads the sign-in page anew, so that nothing of the workspace stays in the tab's memory. */
export async function leaveSession(): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign("/sign-in");
}
