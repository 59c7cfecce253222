import type { JudgeMessages } from "./judge-prompt.ts";

const headChars = 1_400;
const tailChars = 450;

/** The messages as they are kept with a grade: long ones without their middle. */
export function boundedPrompt(messages: JudgeMessages): { role: string; content: string }[] {
  return messages.map(({ role, content }) => ({ role, content: withoutMiddle(content) }));
}

function withoutMiddle(text: string): string {
  if (text.length <= headChars + tailChars) return text;
  const left = text.length - headChars - tailChars;
  return `${text.slice(0, headChars)}\n[… ${left} characters left out …]\n${text.slice(-tailChars)}`;
}
