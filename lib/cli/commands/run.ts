import { randomUUID } from "node:crypto";
import type { StartedRuns } from "#lib/runs/start-runs.ts";
import type { ProgressAnswer, RunAnswer } from "../api/answers.ts";
import { findDataset, findModel } from "../api/find-named.ts";
import { waitForRun } from "../api/wait-for-run.ts";
import { CommandError, exitCodes } from "../command-error.ts";
import { note, print } from "../output.ts";
import { type Command, timeoutMs } from "./command.ts";

const mostRepetitions = 100;

export const runCommand: Command = {
  name: "run",
  flags: {
    dataset: "text",
    model: "text",
    splits: "text",
    repetitions: "text",
    wait: "alone",
    timeout: "text",
  },
  async run(api, flags) {
    const names = { dataset: flags.required("dataset"), model: flags.required("model") };
    const repetitions = flags.count("repetitions", mostRepetitions);
    const splits = flags
      .text("splits")
      ?.split(",")
      .map((split) => split.trim().replace("-", "_"));
    const timeout = timeoutMs(flags);
    const dataset = await findDataset(api, names.dataset);
    const model = await findModel(api, names.model);
    const { runIds } = await api.send<StartedRuns>("POST", "/api/v1/runs", {
      requestKey: randomUUID(),
      datasetId: dataset.id,
      modelIds: [model.id],
      ...(splits === undefined ? {} : { splits }),
      ...(repetitions === undefined ? {} : { repetitions }),
    });
    const [runId] = runIds;
    if (runId === undefined) throw new CommandError("The server started no run. Its log has the details.");
    const run = await api.get<RunAnswer>(`/api/v1/runs/${runId}`);
    note(startedText(run));
    print(api.page(`/runs/${runId}`));
    if (!flags.has("wait")) return exitCodes.pass;
    const end = await waitForRun(api, run, { timeoutMs: timeout });
    note(endText(run, end));
    return end.state === "finished" ? exitCodes.pass : exitCodes.fail;
  },
};

function startedText({ number, planned, model, dataset, datasetVersion }: RunAnswer): string {
  const answers = `${planned.toLocaleString("en-US")} ${planned === 1 ? "answer" : "answers"}`;
  return `Run ${number} started: ${model.modelName} v${model.number} on ${dataset.name} v${datasetVersion.number}, ${answers}.`;
}

/** Every planned answer is in one of the numbers, or was never asked for. */
export function endText({ number }: Pick<RunAnswer, "number">, end: ProgressAnswer): string {
  const { state, stateReason, planned, passed, failed, errored, unscored } = end;
  const counts = `${planned} planned, ${passed} passed, ${failed} failed, ${errored} errored, ${unscored} unscored`;
  const missing = planned - passed - failed - errored - unscored;
  const rest = missing > 0 ? `, ${missing} never asked` : "";
  switch (state) {
    case "finished":
      return `Run ${number} finished: ${counts}${rest}.`;
    case "cancelled":
      return `Run ${number} was cancelled: ${counts}${rest}.`;
    default:
      return `Run ${number} stopped on an error${stateReason === null ? "" : ` (${stateReason})`}: ${counts}${rest}.`;
  }
}
