import type { Context } from "#lib/context/context.ts";
import type { CallLimits } from "#lib/graders/services/calling/call-limits.ts";
import { createServices } from "#lib/graders/services/create-services.ts";
import type { GraderServices } from "#lib/graders/services/grader-services.ts";
import type { ConnectionGate } from "../../limits/connection-gate.ts";
import { openGate } from "../../limits/open-gate.ts";
import { type CircuitBreaker, createCircuitBreaker, hopelessToOpen } from "../answering/circuit-breaker.ts";
import type { RunPlan } from "../run-plan.ts";
import type { ShardLease } from "../shard/keep-lease.ts";

type Setting = {
  plan: Pick<RunPlan, "runId" | "createdAt" | "maxTries" | "judgePrices">;
  key: { index: number };
  workerId: string;
  lease: ShardLease;
  /** Pauses the run for a reason in words. */
  pause(reason: string): Promise<void>;
};

export type RunServices = {
  services: GraderServices;
  /** Gives back what this worker holds of the limits of judges' connections. */
  leave(): Promise<void>;
};

/** What the graders of a run work through: its calls share the limits of their connections with all workers, and its budgets. */
export function createRunServices(ctx: Context, setting: Setting): RunServices {
  const { plan, key, workerId, lease, pause } = setting;
  const gates = new Map<string, ConnectionGate>();
  const breakers = new Map<string, CircuitBreaker>();
  const breakerOf = (key: string) => {
    const breaker = breakers.get(key) ?? createCircuitBreaker(() => performance.now());
    breakers.set(key, breaker);
    return breaker;
  };
  const halt = async (reason: string) => {
    if (lease.halt === null) await pause(reason);
  };
  const limits: CallLimits = {
    async enter(connectionId) {
      const gate = openGate({ workspaceId: ctx.workspaceId, connectionId, workerId });
      gates.set(connectionId, gate);
      const permit = await gate.enter(plan.runId, key.index, lease.signals.halted);
      const exhausted = permit === null ? gate.exhausted(plan.runId) : null;
      if (exhausted !== null) await halt(exhausted);
      return permit;
    },
    halted: lease.signals.halted,
    succeeded: (model) => breakerOf(model).succeeded(),
    failed(model, failure) {
      const reason = breakerOf(model).failed(failure);
      if (reason !== null) halting.push(halt(`A grader's model cannot be asked. ${reason}`));
    },
    maxTries: plan.maxTries,
    hopelessTries: hopelessToOpen + 1,
  };
  const halting: Promise<void>[] = [];
  return {
    services: createServices(ctx, limits, { pinned: plan.judgePrices, at: plan.createdAt }),
    async leave() {
      await Promise.all(halting);
      for (const gate of gates.values()) await gate.leave(plan.runId);
    },
  };
}
