import { customJavascript } from "./custom-javascript.ts";
import { javascriptTests } from "./javascript-tests.ts";
import { sqlResult } from "./sql-result.ts";
import { syntax } from "./syntax.ts";

export const programsKinds = [syntax, sqlResult, javascriptTests, customJavascript] as const;
