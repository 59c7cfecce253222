import { readFile } from "node:fs/promises";
import releaseVariant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from "quickjs-emscripten-core";
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
 * the next.
 */
export async function openJavascriptProgram(): Promise<Program> {
  // QuickJS does not see the size of what it allocates in this build, and its own limit lets an endless list grow to 2 GB. The memory
  // that it is given is limited instead.
  WebAssembly.Memory = class extends GenuineMemory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super({ ...descriptor, maximum: maximumPages });
    }
  };
  const binary = await readFile(new URL(import.meta.resolve("@jitl/quickjs-wasmfile-release-sync/wasm")));
  // Compiled once, and made faster by V8 from one request to the next: compiling it for each made requests 13 times slower.
  const variant = newVariant(releaseVariant, { wasmModule: await WebAssembly.compile(binary) });
  const openEngine = async (memoryLimitMb: number): Promise<QuickJSWASMModule> => {
    maximumPages = memoryLimitMb * PAGES_PER_MB;
    return await newQuickJSWASMModuleFromVariant(variant);
  };
  return async (input) => {
    // Made by the kinds `custom-javascript` and `javascript-tests`.
    const request = input as JavascriptRequest;
    const sandbox = openSandbox(await openEngine(request.memoryLimitMb), request);
    const output = request.task === "grade" ? gradeWithCode(sandbox, request) : runTests(sandbox, request);
    return { output, spent: false };
  };
}
