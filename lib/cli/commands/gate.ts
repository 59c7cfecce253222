import { setTimeout as delay } from "node:timers/promises";
import type { GateAnswer, RunAnswer } from "../api/answers.ts";
import { type Api, Refusal } from "../api/connect.ts";
import { waitForRun } from "../api/wait-for-run.ts";
import { note, print } from "../output.ts";
import { runReference } from "../reading/run-reference.ts";
import { type Command, timeoutMs } from "./command.ts";
import { gateText, outdatedNote, withoutVerdict } from "./gate-text.ts";

/** The worker measures a run right after its end. */
const settlingTries = 20;
const settlingPauseMs = 500;

export const gateCommand: Command = {
  name: "gate",
  flags: { run: "text", wait: "alone", timeout: "text", json: "alone" },
  async run(api, flags) {
    const reference = runReference(flags.required("run"));
    const timeout = timeoutMs(flags);
    const run = await api.get<RunAnswer>(`/api/v1/runs/${reference}`);
    if (flags.has("wait")) await waitForRun(api, run, { timeoutMs: timeout });
    const report = await askGate(api, run.id, { patient: flags.has("wait") });
    const address = api.page(`/runs/${run.id}`);
    if (flags.has("json")) print(JSON.stringify(report, null, 2));
    if (report.verdict === null)
      note(withoutVerdict(report, run, api.page(`/datasets/${run.dataset.id}/gate`)));
    else if (!flags.has("json")) print(gateText(report, run, address));
    if (report.outdated !== null) note(outdatedNote(report.outdated));
    return report.exitCode;
  },
};

/** Measured now where the key's role allows it; otherwise what was measured last. */
async function askGate(api: Api, runId: string, { patient }: { patient: boolean }): Promise<GateAnswer> {
  const path = `/api/v1/runs/${runId}/gate`;
  try {
    return await api.send<GateAnswer>("POST", path);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 403) throw error;
  }
  for (let tries = 1; ; tries += 1) {
    const report = await api.get<GateAnswer>(path);
    if (report.missing !== "not evaluated" || !patient || tries === settlingTries) return report;
    await delay(settlingPauseMs);
  }
}
