import type { ExternalToast } from "sonner";

/** Says what was done or why not, in a corner of the page. The Toaster of the layout shows it; the library is loaded with it. */
export const toast = {
  success: (message: string, options?: ExternalToast) => void say("success", message, options),
  error: (message: string, options?: ExternalToast) => void say("error", message, options),
};

async function say(tone: "success" | "error", message: string, options?: ExternalToast): Promise<void> {
  const { toast: show } = await import("sonner");
  show[tone](message, options);
}
