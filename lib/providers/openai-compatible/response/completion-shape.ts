import { z } from "zod";

const textPartSchema = z.object({ type: z.string().optional(), text: z.string().optional() });

/** Text, or the list of parts that some servers send; parts that are not text (reasoning, images) are left out. */
const contentSchema = z
  .union([
    z.string(),
    z
      .array(textPartSchema)
      .transform((parts) =>
        parts
          .map((part) => (part.type === undefined || part.type === "text" ? (part.text ?? "") : ""))
          .join(""),
      ),
  ])
  .nullish()
  .catch(null);

const messageSchema = z.object({ content: contentSchema, refusal: z.string().nullish().catch(null) });

const choiceSchema = z.object({
  index: z.number().nullish(),
  message: messageSchema.nullish(),
  delta: messageSchema.nullish(),
  finish_reason: z.string().nullish().catch(null),
});

const errorSchema = z.union([
  z.object({
    message: z.string().nullish().catch(null),
    code: z.union([z.string(), z.number()]).nullish().catch(null),
    type: z.string().nullish().catch(null),
  }),
  z.string().transform((message) => ({ message, code: null, type: null })),
]);

/** A chat completion or one chunk of a streamed one, read tolerantly: what is missing or odd is null. */
export const completionSchema = z.object({
  id: z.string().nullish().catch(null),
  model: z.string().nullish().catch(null),
  choices: z.array(choiceSchema).nullish(),
  usage: z.unknown().optional(),
  error: errorSchema.nullish(),
});

export type Completion = z.infer<typeof completionSchema>;
export type CompletionChoice = z.infer<typeof choiceSchema>;

/** We ask for one choice; a server that sends more gets the first one read. */
export function firstChoice(completion: Completion): CompletionChoice | null {
  return completion.choices?.find(({ index }) => (index ?? 0) === 0) ?? null;
}
