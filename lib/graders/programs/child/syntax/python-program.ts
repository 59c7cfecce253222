import { constants as fileConstants } from "node:fs";
import { constants } from "node:os";
import { loadPyodide } from "pyodide";
import type { SyntaxRequest, SyntaxVerdict } from "../../requests/syntax-request.ts";
import type { Program } from "../program.ts";

/** Compiles and never runs. The compiler also finds what the grammar alone does not: a `return` outside of a function. */
const checker = `
import json, warnings

warnings.simplefilter("ignore")

def check(source):
    try:
        compile(source, "answer.py", "exec", dont_inherit=True)
        return json.dumps({"type": "valid"})
    except SyntaxError as error:
        return json.dumps({"type": "invalid", "line": error.lineno, "column": error.offset, "message": error.msg})
    except ValueError as error:
        return json.dumps({"type": "invalid", "line": None, "column": None, "message": str(error)})
    except (MemoryError, RecursionError, OverflowError):
        return json.dumps({"type": "undecided", "reason": "Python finds the code nested too deeply to read."})

check
`;

/** CPython 3.14 itself, compiled to WebAssembly, from files of the package: nothing is fetched. */
export async function openPythonProgram(): Promise<Program> {
  // The permission model of Node forbids `process.binding`. Pyodide asks it for the flags of files, of which it opens none for writing.
  Object.assign(process, { binding: () => ({ fs: fileConstants, os: constants }) });
  const python = await loadPyodide({ stdout: () => undefined, stderr: () => undefined });
  // The value of the script is its function `check`, which takes and returns text.
  const check = python.runPython(checker) as (source: string) => string;
  return async (input) => {
    // Made by the kind `syntax`.
    const { code } = input as SyntaxRequest;
    if (!code.isWellFormed()) {
      const message = "half of a surrogate pair, which no file can hold";
      return {
        output: { type: "invalid", line: null, column: null, message } satisfies SyntaxVerdict,
        spent: false,
      };
    }
    try {
      return { output: JSON.parse(check(code)), spent: false };
    } catch {
      // WebAssembly's stack was at an end, and Python with it.
      return {
        output: { type: "undecided", reason: "Python finds the code nested too deeply to read." },
        spent: true,
      };
    }
  };
}
