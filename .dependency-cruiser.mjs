// Who may import whom. The chain runs left to right; a folder imports only from those before it.
const chain = [
  ["errors", "ids", "pagination"],
  ["stats", "text", "formats", "providers"],
  ["env", "db", "log", "secrets", "context", "queue", "jobs"],
  ["auth", "workspaces"],
  ["datasets", "models", "graders"],
  ["runs"],
  ["outcomes", "baselines"],
  ["scorecards", "comparisons", "trends", "schedules"],
  ["review"],
  ["gates"],
  ["decisions"],
];
const folder = (names) => `^lib/(${names.join("|")})/`;
const tests = "(\\.test\\.tsx?$|/testing/)";

const leftwards = chain.slice(0, -1).map((names, position) => ({
  name: `${names.join("-")}-import-leftwards`,
  severity: "error",
  from: { path: folder(names), pathNot: tests },
  to: { path: folder(chain.slice(position + 1).flat()) },
}));

const pure = "^lib/(stats|text|formats|errors|pagination)/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...leftwards,
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "pure-folders-stay-pure",
      comment:
        "Pure code imports zod and other pure code: no database, framework, environment, network or disk.",
      severity: "error",
      from: { path: pure, pathNot: tests },
      to: {
        path: "^lib/|^app/|^components/|^node:|^node_modules/(next|react|@prisma|undici|pg)",
        pathNot: `${pure}|^node_modules/zod`,
      },
    },
    {
      name: "lib-knows-no-page",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/launch/processes/web-server" },
      to: { path: "^(app|components)/|^node_modules/(next|next-auth|react|react-dom)/" },
    },
    {
      name: "surfaces-do-not-meet",
      comment: "The pages, the worker and the command line stand on the same verbs and not on each other.",
      severity: "error",
      from: { path: "^(app|lib/worker|lib/cli)/" },
      to: { path: "^(app|lib/worker|lib/cli)/", pathNot: "^$1/" },
    },
    {
      name: "command-line-talks-http-only",
      comment: "It starts at once and from a bare clone: no package, no database, no schema, only words.",
      severity: "error",
      from: { path: "^lib/cli/", pathNot: tests },
      to: {
        path: "^lib/|^node_modules/",
        pathNot: "^lib/(cli/|env/command-line-env|ids/(content-hash|is-id)|gates/policy/verdict-words)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "components-see-no-server",
      comment: "Components import components and, from lib, only what is pure.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: "^app/(?!.*actions\\.ts$)|^lib/(env|db(?!/generated/enums)|log|secrets|queue|jobs|auth|launch|worker)/|^node:|^node_modules/(@prisma|pg|pg-boss|undici)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "prisma-only-where-rows-are",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "^lib/db/|^node_modules/(@prisma|pg)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-test-code-in-the-product",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: `${tests}|^lib/launch/commands/test` },
      to: { path: "^lib/testing/|\\.test\\.tsx?$" },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/db/generated|^\\.next" },
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};
