import { z } from "zod";
import { storable } from "../storable.ts";
import { wholeField } from "./field-path.ts";
import { promptRoles } from "./prompt-role.ts";

const MAX_MESSAGE_CHARS = 1_000_000;
const MAX_MESSAGES = 50;

export const promptRoleSchema = z.enum(promptRoles);

/** The messages of a prompt template, as stored in a model version. */
export const promptMessagesSchema = z
  .array(
    z
      .strictObject({
        role: promptRoleSchema,
        content: z
          .string()
          .min(1, "Write the message, or remove it.")
          .max(MAX_MESSAGE_CHARS, "A message has at most 1,000,000 characters."),
      })
      .superRefine(({ role, content }, refinement) => {
        if (role !== "conversation" || wholeField(content) !== null) return;
        const message =
          "Name the one field that holds the messages, for example {{input}} or {{input.messages}}.";
        refinement.addIssue({ code: "custom", path: ["content"], message });
      }),
  )
  .min(1, "A prompt has at least one message.")
  .max(MAX_MESSAGES, `A prompt has at most ${MAX_MESSAGES} messages.`)
  .superRefine(storable);

export type PromptMessage = z.infer<typeof promptMessagesSchema>[number];
