import { isPlainObject } from "../../json/leaf-fields.ts";
import type { Question } from "../ask-judges.ts";

export type ChoiceVerdict = { label: string; reason: string };
type Asked = Pick<Question<ChoiceVerdict>, "rules" | "shape" | "responseSchema" | "reader">;
type Choice = { label: string; description: string };

/** Asks for one of several labels, reason first. Only these labels are verdicts, whatever their case. */
export function choiceQuestion(choices: readonly Choice[], instructions: string): Asked {
  const list = choices.map(({ label, description }) => {
    const text = description.trim();
    return `- ${label}${text === "" ? "" : `: ${text}`}`;
  });
  const labels = choices.map(({ label }) => label);
  const find = (said: string) =>
    labels.find((label) => label.toLowerCase() === said.trim().toLowerCase()) ?? null;
  return {
    rules: [`Choose the one label that fits best:\n${list.join("\n")}`, instructions.trim()]
      .filter((part) => part !== "")
      .join("\n\n"),
    shape: `{"reason": "one or two sentences", "choice": one of ${labels.map((label) => JSON.stringify(label)).join(", ")}}`,
    responseSchema: {
      type: "object",
      properties: { reason: { type: "string" }, choice: { type: "string", enum: labels } },
      required: ["reason", "choice"],
      additionalProperties: false,
    },
    reader: {
      ofJson(value) {
        if (!isPlainObject(value) || !Object.hasOwn(value, "choice") || typeof value.choice !== "string")
          return null;
        const label = find(value.choice);
        const reason = typeof value.reason === "string" ? value.reason.trim() : "";
        return label === null ? null : { label, reason };
      },
      ofWord(word) {
        const label = find(word);
        return label === null ? null : { label, reason: "" };
      },
      keyOf: ({ label }) => label,
    },
  };
}
