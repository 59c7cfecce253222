import type { GradeUsage } from "../grader-kind.ts";
import type { JudgeCaller } from "../services/judge-caller.ts";
import { allOrStopped } from "../services/services-stopped.ts";
import { addUsage } from "../services/usage.ts";
import type { Section } from "./fence.ts";
import { type JudgeMessages, type JudgePrompt, judgeMessages } from "./judge-prompt.ts";
import { readVerdict, type VerdictReader } from "./verdicts/read-verdict.ts";

export type Question<Verdict> = {
  prompt: JudgePrompt;
  rules: string;
  shape: string;
  sections: readonly Section[];
  responseSchema: Readonly<Record<string, unknown>>;
  reader: VerdictReader<Verdict>;
};

/** One answer of one judge: its verdict, or why there is none. `raw` is what it said. */
export type Ballot<Verdict> = {
  judge: string;
  verdict: Verdict | null;
  problem: string | null;
  raw: string;
};

export type Judgements<Verdict> = {
  /** For each judge its ballots. */
  byJudge: Ballot<Verdict>[][];
  usage: GradeUsage;
  messages: JudgeMessages;
};

type Panel = { judges: readonly string[]; samples: number };

/** Asks every judge of a panel the same question, each as often as the panel says. Waits for all, also when one was stopped. */
export async function askJudges<Verdict>(
  caller: JudgeCaller,
  { judges, samples }: Panel,
  question: Question<Verdict>,
  signal: AbortSignal,
): Promise<Judgements<Verdict>> {
  const messages = judgeMessages(question);
  const judged = question.sections.map(({ text }) => text);
  const { responseSchema, reader, prompt } = question;
  const asked = judges.flatMap((modelVersionId) =>
    Array.from({ length: samples }, (_, index) =>
      caller.ask({ modelVersionId, messages, responseSchema, repetition: index + 1 }, signal),
    ),
  );
  const answers = allOrStopped(await Promise.allSettled(asked), ({ usage }) => usage);
  const ballots = answers.map((answer): Ballot<Verdict> => {
    if (answer.type === "failed") return { judge: "", verdict: null, problem: answer.reason, raw: "" };
    const reading = readVerdict(answer.text, judged, reader);
    const cut = answer.finishReason === "length" ? " Its answer was cut off at its limit of tokens." : "";
    const { judge, text: raw } = answer;
    return reading.status === "read"
      ? { judge, verdict: reading.verdict, problem: null, raw }
      : { judge, verdict: null, problem: `${reading.reason}${cut}`, raw };
  });
  const usage = {
    ...addUsage(answers.map((answer) => answer.usage)),
    prompt: { name: prompt.name, version: prompt.version },
  };
  const byJudge = judges.map((_, index) => ballots.slice(index * samples, (index + 1) * samples));
  return { byJudge, usage, messages };
}
