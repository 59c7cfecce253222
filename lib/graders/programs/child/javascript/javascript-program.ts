import releaseVariant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, type QuickJSWASMModule } from "quickjs-emscripten-core";
import type { JavascriptRequest } from "../../requests/javascript-request.ts";
import type { Program } from "../program.ts";
import { gradeWithCode } from "./grade-with-code.ts";
import { runTests } from "./run-tests.ts";
import { openSandbox } from "./sandbox.ts";

const PAGES_PER_MB = 16;
const GenuineMemory = WebAssembly.Memory;
let maximumPages = 0;

/**
 * QuickJS compiled to WebAssembly. Each request has an engine of its own, memory included, so that nothing of one case can be found in
 * the next: instantiating one takes 5 ms, a new context in an old engine 0.6 ms.
 */
export async function openJavascriptProgram(): Promise<Program> {
  // QuickJS does not see the size of what it allocates in this build, and its own limit lets an endless list grow to 2 GB. The memory
  // that it is given is limited instead.
  WebAssembly.Memory = class extends GenuineMemory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super({ ...descriptor, maximum: maximumPages });
    }
  };
  await openEngine(64);
  return async (input) => {
    // Made by the kinds `custom-javascript` and `javascript-tests`.
    const request = input as JavascriptRequest;
    const sandbox = openSandbox(await openEngine(request.memoryLimitMb), request);
    const output = request.task === "grade" ? gradeWithCode(sandbox, request) : runTests(sandbox, request);
    return { output, spent: false };
  };
}

async function openEngine(memoryLimitMb: number): Promise<QuickJSWASMModule> {
  maximumPages = memoryLimitMb * PAGES_PER_MB;
  return await newQuickJSWASMModuleFromVariant(releaseVariant);
}
