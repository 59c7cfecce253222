import { openGrader } from "#lib/graders/open-grader.ts";
import { noServices } from "#lib/graders/services/no-services.ts";
import { log } from "#lib/log/log.ts";
import { renderMessages } from "#lib/models/prompt-template.ts";
import { createOpenAiCompatibleProvider } from "#lib/providers/openai-compatible/openai-compatible-provider.ts";
import { gradeAnswer } from "#lib/runs/execution/grading/grade-answer.ts";
import { attemptRow } from "#lib/runs/execution/storing/attempt-row.ts";
import { openEchoServer } from "./echo-server.ts";
import { rehearseStatements } from "./rehearse-statements.ts";

const calls = 400;
const atOnce = 25;
const longestMs = 1_500;

/**
 * Asks a server of its own a few hundred times and grades the answers, before there is work: code that has never run takes about a
 * millisecond of processor time a case, and a third of that once it is compiled (bench/run-engine.ts). Calls nobody else, writes
 * nothing, and no failure of it matters.
 */
export async function warmUp(): Promise<void> {
  const startedAt = performance.now();
  try {
    await rehearseStatements();
    const server = await openEchoServer();
    const provider = createOpenAiCompatibleProvider({
      baseUrl: server.baseUrl,
      model: "warm-up",
      connections: atOnce,
    });
    const judging = {
      graders: [
        {
          versionId: "warm-up",
          weight: 1,
          critical: false,
          direction: "higher" as const,
          grader: openGrader(
            { kind: "exact-match", config: {}, direction: "higher", threshold: 1 },
            noServices,
          ),
        },
      ],
      verdictRule: { kind: "all" as const },
    };
    const signal = AbortSignal.timeout(longestMs);
    let left = calls;
    const lane = async () => {
      while (left > 0 && !signal.aborted) {
        left -= 1;
        const input = { text: `What comes before ${left}?` };
        const subject = { input, metadata: {}, tags: [] };
        const messages = renderMessages([{ role: "user", content: "{{input.text}}" }], subject);
        const answer = await provider.answer(
          { ...subject, messages, caseKey: "warm-up", repetition: 1, parameters: {} },
          signal,
        );
        const now = new Date();
        const key = { caseId: "warm-up", repetition: 1 };
        JSON.stringify([
          attemptRow(
            {
              ...key,
              ...answer,
              caseRevisionId: "warm-up",
              prompt: messages,
              seed: null,
              tries: 1,
              startedAt: now,
              finishedAt: now,
              outcome: "answered",
              costMicroUsd: null,
              fromCache: false,
            },
            0,
          ),
          gradeAnswer(judging, key, { input, expected: "warm up", metadata: {}, output: answer.output }),
        ]);
      }
    };
    await Promise.allSettled(Array.from({ length: atOnce }, lane));
    await provider.close();
    server.close();
  } catch (error) {
    log.debug({ err: error }, "the warm-up failed");
  }
  const durationMs = Math.round(performance.now() - startedAt);
  log.info({ event: "warm-up", durationMs }, "worker warmed up");
}
