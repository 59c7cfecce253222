import { citations } from "./citations.ts";
import { finalState } from "./final-state.ts";
import { stepCount } from "./step-count.ts";
import { toolCalls } from "./tool-calls.ts";
import { validToolCalls } from "./valid-tool-calls.ts";

export const agentsKinds = [toolCalls, validToolCalls, stepCount, finalState, citations] as const;
