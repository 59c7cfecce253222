import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { policySchema } from "#lib/gates/policy/policy-schema.ts";
import { asksForTheSame } from "./commands/policy.ts";
import { runCommandLine } from "./run-command-line.ts";
import { fakeTouchstone, json, stream } from "./testing/fake-touchstone.ts";

const runId = "01936f2c-0000-7000-8000-000000000001";
const datasetId = "01936f2c-0000-7000-8000-000000000002";
const run = {
  id: runId,
  number: 12,
  planned: 300,
  dataset: { id: datasetId, name: "Support tickets" },
  datasetVersion: { number: 3 },
  model: { modelName: "gpt-small", number: 2 },
};
const rule = {
  rule: "pass rate",
  slice: null,
  verdict: "fail",
  sentence: "61.2\u202f% [55.4, 66.7] on 300 cases: less than the 90\u202f% asked for.",
  method: "Clopper-Pearson",
};
const report = {
  run: { id: runId, number: 12, datasetId },
  verdict: "fail",
  missing: null,
  exitCode: 1,
  policy: { number: 2 },
  baseline: { runId, runNumber: 8 },
  rules: [
    { ...rule, rule: "slice", slice: { dimension: "language", value: "\u001b[2J" }, verdict: "pass" },
    rule,
  ],
  outdated: null,
};
const progress = (changes: object) =>
  `data: ${JSON.stringify({ state: "running", stateReason: null, planned: 300, done: 0, ended: false, ...changes })}\n\n`;
const ended = {
  state: "finished",
  done: 300,
  passed: 280,
  failed: 15,
  errored: 3,
  unscored: 2,
  ended: true,
};

let out = "";
let told = "";
let server: Awaited<ReturnType<typeof fakeTouchstone>> | undefined;

beforeEach(() => {
  out = "";
  told = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    told += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  server?.close();
  server = undefined;
});

async function serve(answers: Parameters<typeof fakeTouchstone>[0]) {
  server = await fakeTouchstone(answers);
  vi.stubEnv("TOUCHSTONE_URL", `${server.url}/`);
  vi.stubEnv("TOUCHSTONE_API_KEY", "ts_secret");
  return server;
}

test("gate prints the verdict, what fails first, and ends with its code", async () => {
  const { asked, url } = await serve({
    "GET /api/v1/runs/12": json(run),
    [`POST /api/v1/runs/${runId}/gate`]: json(report),
  });
  expect(await runCommandLine(["gate", "--run", "12"])).toBe(1);
  expect(out.split("\n")).toEqual([
    "Run 12: gpt-small v2 on Support tickets v3, against run 8, the approved baseline",
    "Fails: 1 of 2 rules of policy 2 is not met.",
    "",
    `fail                 Pass rate: 61.2 % [55.4, 66.7] on 300 cases: less than the 90 % asked for. (Clopper-Pearson, 95 %)`,
    expect.stringMatching(/^pass {17}language = \ufffd\[2J: /),
    "",
    `${url}/runs/${runId}`,
    "",
  ]);
  expect(asked.map(({ authorization }) => authorization)).toEqual(["Bearer ts_secret", "Bearer ts_secret"]);
  expect(out + told).not.toContain("ts_secret");
});

test.each([
  ["pass", 0],
  ["not enough evidence", 2],
])("gate --json prints what the API answers; the code of %s is %i", async (verdict, exitCode) => {
  const answer = { ...report, verdict, exitCode, rules: [] };
  await serve({
    [`GET /api/v1/runs/${runId}`]: json(run),
    [`POST /api/v1/runs/${runId}/gate`]: json(answer),
  });
  expect(await runCommandLine(["gate", "--run", `http://elsewhere/runs/${runId}`, "--json"])).toBe(exitCode);
  expect(JSON.parse(out)).toEqual(answer);
});

test("a key that may not measure reads what was measured, and is told when that is old", async () => {
  await serve({
    "GET /api/v1/runs/12": json(run),
    [`POST /api/v1/runs/${runId}/gate`]: json({ error: { message: "It takes the role editor." } }, 403),
    [`GET /api/v1/runs/${runId}/gate`]: json({ ...report, outdated: "policy" }),
  });
  expect(await runCommandLine(["gate", "--run", "12"])).toBe(1);
  expect(told).toContain("The policy has a newer version than the one that this verdict is by.");
});

test.each([
  ["no policy", "touchstone policy --dataset 'Anna'\\''s $(tickets)' --set policy.json"],
  ["under way", "Give --wait to wait for its end."],
  ["no scorecard", "ended without a scorecard"],
])("without a verdict because of %s it says what to do, and ends with 3", async (missing, words) => {
  const answer = { ...report, verdict: null, policy: null, rules: [], exitCode: 3, missing };
  await serve({
    "GET /api/v1/runs/12": json({ ...run, dataset: { id: datasetId, name: "Anna's $(tickets)" } }),
    [`POST /api/v1/runs/${runId}/gate`]: json(answer),
  });
  expect(await runCommandLine(["gate", "--run", "12"])).toBe(3);
  expect(out).toBe("");
  expect(told).toContain(words);
});

test("--wait follows the run, over a stream that breaks, and tells each tenth once", async () => {
  let streams = 0;
  const { asked } = await serve({
    "GET /api/v1/runs/12": json(run),
    [`GET /api/v1/runs/${runId}/events`]: (response) => {
      streams += 1;
      const first = progress({ done: 30 });
      if (streams > 1) stream(progress({ done: 160 }), progress(ended))(response);
      else stream("retry: 1000\n\n", first.slice(0, 20), first.slice(20), ": still here\n\n")(response);
    },
    [`POST /api/v1/runs/${runId}/gate`]: json({ ...report, verdict: "pass", exitCode: 0 }),
  });
  expect(await runCommandLine(["gate", "--run", "12", "--wait"])).toBe(0);
  expect(told).toBe("Run 12 is running, 30 of 300 answers\nRun 12 is running, 160 of 300 answers\n");
  expect(asked.at(-1)).toMatchObject({ method: "POST" });
});

test("run starts what the names stand for, prints the address, and waits", async () => {
  const { asked, url } = await serve({
    "GET /api/v1/datasets": json({
      items: [
        { id: "x", name: "Support tickets, old" },
        { id: datasetId, name: "Support tickets" },
      ],
      nextCursor: null,
    }),
    "GET /api/v1/models": json({ items: [{ id: "m", name: "gpt-small" }], nextCursor: null }),
    "POST /api/v1/runs": json({ experimentId: "e", runIds: [runId] }, 201),
    [`GET /api/v1/runs/${runId}`]: json(run),
    [`GET /api/v1/runs/${runId}/events`]: stream(progress(ended)),
  });
  const words = [
    "run",
    "--dataset",
    "Support tickets",
    "--model",
    "gpt-small",
    "--splits",
    "held-out,fresh",
    "--repetitions",
    "2",
    "--wait",
  ];
  expect(await runCommandLine(words)).toBe(0);
  expect(out).toBe(`${url}/runs/${runId}\n`);
  expect(told).toContain("Run 12 started: gpt-small v2 on Support tickets v3, 300 answers.");
  expect(told).toContain("300 planned, 280 passed, 15 failed, 3 errored, 2 unscored.");
  expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({
    datasetId,
    modelIds: ["m"],
    repetitions: 2,
    splits: ["held_out", "fresh"],
    requestKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test("a name that is not there is answered with those that are", async () => {
  const items = [{ id: "x", name: "Tickets" }];
  await serve({
    "GET /api/v1/datasets": (response, { path }) =>
      json(path.includes("cursor=x") ? { items: [], nextCursor: null } : { items, nextCursor: "x" })(
        response,
      ),
  });
  expect(await runCommandLine(["policy", "--dataset", "tickets"])).toBe(3);
  expect(told).toBe('There is no dataset called "tickets" in this workspace. It has "Tickets" and more.\n');
});

test("policy prints the rules that can be set again, and sets what differs only", async () => {
  const rules = policySchema.parse({ passRate: 0.9 });
  const { asked } = await serve({
    "GET /api/v1/datasets": json({ items: [run.dataset], nextCursor: null }),
    [`GET /api/v1/datasets/${datasetId}/policy`]: json({ policy: { number: 2, rules }, baseline: null }),
    [`PUT /api/v1/datasets/${datasetId}/policy`]: json({ number: 3 }),
  });
  const file = join(tmpdir(), `policy-${process.pid}.json`);
  const policy = ["policy", "--dataset", "Support tickets"];
  expect(await runCommandLine(policy)).toBe(0);
  await writeFile(file, out);
  expect(await runCommandLine([...policy, "--set", file])).toBe(0);
  expect(told).toContain("asks for exactly this already; nothing was changed.");
  await writeFile(file, '{ "passRate": 0.95 }');
  expect(await runCommandLine([...policy, "--set", file, "--note", "Higher"])).toBe(0);
  expect(asked.filter(({ method }) => method === "PUT").map(({ body }) => body)).toEqual([
    { policy: { passRate: 0.95 }, note: "Higher" },
  ]);
});

test.each([
  [{ passRate: 0.9 }, { passRate: 0.9 }],
  [{ passRate: 0.9, slices: [], latencyP95Ms: null }, { passRate: 0.9 }],
  [{ passRate: 0.9 }, { passRate: 0.91 }],
  [{ critical: { tag: null } }, {}],
])("%j and %j are the same to the command line where they are to the server", (one, other) => {
  const server = (policy: object) => JSON.stringify(policySchema.parse(policy));
  expect(asksForTheSame(one, other)).toBe(server(one) === server(other));
});

test.each([
  [[], "touchstone <command> --help", "out"],
  [["bake"], 'There is no command "bake".', "told"],
  [["gate"], "Say --run.", "told"],
  [["gate", "--run", "latest"], '"latest" is not a run', "told"],
  [["policy", "--dataset", "x", "--set", "/nowhere.json"], "The file /nowhere.json cannot be read.", "told"],
  [["gate", "--run", "12", "--url", "localhost"], '"localhost" is not an address.', "told"],
  [["gate", "--run", "12", "--key", "abc"], "This is not an API key", "told"],
  [["gate", "--run", "13"], "There is no run 13 in this workspace.", "told"],
  [["gate", "--run", "14"], "Use that address in TOUCHSTONE_URL", "told"],
  [["gate", "--run", "15"], "is not Touchstone", "told"],
])("%j ends with 3 and one sentence", async (words, message, where) => {
  await serve({
    "GET /api/v1/runs/13": json({ error: { message: "There is no run 13 in this workspace." } }, 404),
    "GET /api/v1/runs/14": (response) => {
      response.writeHead(308, { location: "https://elsewhere.example/api/v1/runs/14" }).end();
    },
    "GET /api/v1/runs/15": (response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<html>");
    },
  });
  expect(await runCommandLine(words)).toBe(3);
  expect(where === "out" ? out : told).toContain(message);
});

test("says what is missing when neither address nor key is set, and when nothing answers", async () => {
  vi.stubEnv("TOUCHSTONE_URL", "");
  vi.stubEnv("TOUCHSTONE_API_KEY", "");
  expect(await runCommandLine(["gate", "--run", "12"])).toBe(3);
  const closed = await fakeTouchstone({});
  closed.close();
  expect(await runCommandLine(["gate", "--run", "12", "--url", closed.url])).toBe(3);
  expect(await runCommandLine(["gate", "--run", "12", "--url", closed.url, "--key", "ts_x"])).toBe(3);
  const sentences = told.trim().split("\n");
  expect(sentences).toEqual([
    expect.stringContaining("set TOUCHSTONE_URL"),
    expect.stringContaining("An API key is needed"),
    expect.stringContaining("Nothing answers at"),
  ]);
});

test("help needs neither address nor key", async () => {
  vi.stubEnv("TOUCHSTONE_URL", "");
  for (const words of [["--help"], ["gate", "--help"], ["run", "-h"], ["policy", "--help"]]) {
    expect(await runCommandLine(words)).toBe(0);
  }
  expect(out).toContain("Exit code: 0 pass, 1 fail, 2 not enough evidence, 3 no verdict");
});
