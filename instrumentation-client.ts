declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// Runs before anything else in the browser. Zod tries to compile its parsers with `new Function`, which the
// Content-Security-Policy of proxy.ts forbids: each try would be reported in the console as a violation. Zod reads its settings
// from here; to call its `config` would put 5 kB of it on every page, also on those without it.
globalThis.__zod_globalConfig = { jitless: true };

export {};
