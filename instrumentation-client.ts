import { config } from "zod/v4/core";

// Runs before anything else in the browser. Zod tries to compile its parsers with `new Function`, which the
// Content-Security-Policy of proxy.ts forbids: each try would be reported in the console as a violation.
config({ jitless: true });
