import {
  changingAddresses,
  handlerAddresses,
  notAboutThings,
  pageAddresses,
  wishingAddresses,
} from "./support/addresses.ts";
import { addressesThatTell, all, asBrowsersWrite, statuses } from "./support/hostile/answers.ts";
import { productContent } from "./support/hostile/product-content.ts";
import { actionRequest, serverActions } from "./support/hostile/server-actions.ts";
import { isDynamic, productRoutes } from "./support/product-routes.ts";
import {
  type NamedThings,
  type SeededWorkspace,
  seedOtherWorkspace,
  thingsOfOwner,
} from "./support/seed/seed-workspace.ts";
import { expect, test } from "./support/test.ts";
import { waitForRuns } from "./support/wait-for-runs.ts";

const signedOut = { cookies: [], origins: [] };
const readable = { ...pageAddresses, ...handlerAddresses };

const otherOrigins: readonly Record<string, string>[] = [
  { origin: "https://evil.example" },
  { origin: "null" },
  {},
];

let own: NamedThings;
let foreign: SeededWorkspace;

test.beforeAll(async () => {
  own = await thingsOfOwner();
  foreign = await seedOtherWorkspace();
});

test("every address that names a thing is in the table of this test", async () => {
  const routes = await productRoutes();
  const known = [readable, changingAddresses].flatMap((table) => Object.keys(table));
  const named = [...known, ...notAboutThings];
  expect(
    routes
      .filter(isDynamic)
      .map(({ route }) => route)
      .filter((route) => !named.includes(route)),
  ).toEqual([]);
  expect(known.filter((route) => routes.every((existing) => existing.route !== route))).toEqual([]);
});

test("the same addresses with own ids are answered", async ({ request }) => {
  const asked = Object.values(readable).map((address) => address(own));
  expect(await statuses(request, asked)).toEqual(all(asked, 200));
});

test("another workspace's ids are answered with 404 and not a word of theirs", async ({ request }) => {
  const asked = Object.values(readable).map((address) => address(foreign));
  expect(await statuses(request, asked)).toEqual(all(asked, 404));
  expect(await addressesThatTell(request, foreign.texts, asked)).toEqual([]);
  expect(await addressesThatTell(request, foreign.texts, asked, { rsc: "1" })).toEqual([]);
});

test("ids that nobody has are answered as another workspace's are", async ({ request }) => {
  const [one, two] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"];
  const asked = Object.values(readable).map((address) => address(thingsCalled(one, two)));
  expect(await statuses(request, asked)).toEqual(all(asked, 404));
});

test("words that are no ids are refused and break nothing", async ({ request }) => {
  for (const word of ["no-id", "%00", "'--", "..%2f..", "1".repeat(3_000)]) {
    const asked = Object.entries(readable).map(([route, address]) => ({
      route,
      address: address(thingsCalled(word, word)),
    }));
    const found = await statuses(
      request,
      asked.map(({ address }) => address),
    );
    // A page without an id in its path takes what is no id for no choice at all.
    const answers = asked.map(({ route, address }) => ({
      route,
      address,
      ok: route.includes("[") ? [400, 404] : [200, 400, 404],
    }));
    expect(
      answers.filter(({ address, ok }) => !ok.includes(found[address] ?? 0)).map(({ address }) => address),
    ).toEqual([]);
  }
});

test("an own run is not compared with one of another workspace", async ({ request }) => {
  const [mine] = own.runIds;
  const [theirs] = foreign.runIds;
  const pages = [
    "/compare",
    "/api/v1/comparisons",
    "/api/v1/comparisons/cases",
    "/api/v1/comparisons/export",
  ];
  const asked = pages.flatMap((page) => [`${page}?runs=${mine},${theirs}`, `${page}?runs=${theirs},${mine}`]);
  expect(await statuses(request, asked)).toEqual(all(asked, 404));
  expect(await addressesThatTell(request, foreign.texts, asked)).toEqual([]);
});

test("lists and choices show nothing of another workspace, whatever the address asks for", async ({
  request,
}) => {
  const asked = wishingAddresses.map((address) => address(foreign));
  const found = await statuses(request, asked);
  expect(asked.filter((address) => found[address] !== 200 && found[address] !== 404)).toEqual([]);
  expect(await addressesThatTell(request, foreign.texts, asked)).toEqual([]);
});

test("nothing is written into another workspace", async ({ request, baseURL }) => {
  await waitForRuns();
  const before = await productContent();
  for (const address of Object.values(changingAddresses)) {
    const response = await request.post(address(foreign), {
      headers: { origin: baseURL ?? "" },
      data: "text\nhello\n",
    });
    expect.soft(response.status(), address(foreign)).toBe(404);
  }
  expect(await productContent()).toEqual(before);
});

test.describe("in the browser", () => {
  test.use({ expectedConsoleErrors: [/status of 404/] });

  test("another workspace's address says that there is nothing", async ({ page }) => {
    await page.goto(`/runs/${foreign.runIds[0]}`);
    await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
    await page.getByRole("link", { name: "Go to the home page" }).click();
    await expect(page.getByRole("heading", { name: "Latest runs" })).toBeVisible();
  });
});

test.describe("signed out", () => {
  test.use({ storageState: signedOut });

  test("no server action does anything", async ({ request, baseURL }) => {
    await waitForRuns();
    const actions = await serverActions();
    expect(actions.length).toBeGreaterThan(40);
    const before = await productContent();
    for (const { id, name } of actions) {
      for (const body of [
        "[]",
        "[{}]",
        JSON.stringify([
          { ...own, token: "x".repeat(32), email: "a@b.test", name: "A", password: "long enough password" },
        ]),
      ]) {
        const response = await request.post("/sign-in", actionRequest(id, baseURL ?? "", body));
        expect.soft(response.status(), name).toBeLessThan(500);
        expect.soft(await response.text(), name).toMatch(/"ok":false,"code":"(unauthenticated|invalid)"/);
      }
    }
    expect(await productContent()).toEqual(before);
  });

  test("no route handler answers", async ({ request, baseURL }) => {
    // Metrics have a token of their own, and are nowhere while none is set.
    const open = ["/api/health", "/api/auth/[...nextauth]", "/api/metrics"];
    const addresses = { ...readable, ...changingAddresses };
    const handlers = (await productRoutes()).filter(
      ({ kind, route }) => kind === "handler" && !open.includes(route),
    );
    expect(handlers.length).toBeGreaterThan(10);
    for (const { route, methods } of handlers) {
      const address = addresses[route]?.(own) ?? route;
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        const response = await request.fetch(address, { method, headers: { origin: baseURL ?? "" } });
        const expected = methods.includes(method) ? 401 : 405;
        expect.soft(response.status(), `${method} ${address}`).toBe(expected);
      }
    }
    expect((await request.get("/api/health")).status()).toBe(200);
    expect((await request.get("/api/metrics")).status()).toBe(404);
  });

  test("every page leads to sign-in and shows nothing", async ({ request }) => {
    const outside = ["/sign-in", "/setup", "/invitation"];
    for (const { route, kind } of await productRoutes()) {
      if (kind !== "page" || outside.includes(route)) continue;
      const address = pageAddresses[route]?.(own) ?? route;
      const response = await request.get(address, { maxRedirects: 0 });
      const body = await response.text();
      const signIn = `/sign-in?next=${encodeURIComponent(asBrowsersWrite(address))}`;
      // A page that has begun with its skeleton sends the redirect inside the page.
      const leadsThere =
        response.status() === 307 ? response.headers().location === signIn : body.includes(`url=${signIn}`);
      expect.soft(leadsThere, address).toBe(true);
      expect.soft(body, address).not.toMatch(/Support tickets|Naive Bayes|Right label/);
    }
  });
});

test("a request of another site with the session cookie is refused", async ({ request }) => {
  await waitForRuns();
  const before = await productContent();
  const handlers = (await productRoutes()).filter(
    ({ methods, route }) => methods.includes("POST") && !route.startsWith("/api/auth/"),
  );
  expect(handlers.length).toBeGreaterThan(1);
  for (const { route } of handlers) {
    const address = changingAddresses[route]?.(own) ?? route;
    for (const headers of otherOrigins) {
      const response = await request.post(address, { headers, data: "text\nhello\n" });
      expect.soft(response.status(), `${address} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  for (const { id, name } of await serverActions()) {
    const response = await request.post("/datasets", actionRequest(id, "https://evil.example", "[{}]"));
    expect.soft(response.ok(), name).toBe(false);
  }
  expect(await productContent()).toEqual(before);
});

test("every answer carries the headers that keep browsers careful", async ({ request }) => {
  const addresses = [
    "/",
    "/sign-in",
    "/api/health",
    "/api/v1/runs",
    `/api/v1/datasets/${own.datasetId}/export`,
    "/nothing-here",
  ];
  for (const address of addresses) {
    const headers = (await request.get(address)).headers();
    expect.soft(headers, address).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    });
    expect.soft(headers["x-powered-by"], address).toBeUndefined();
  }
  const policies = await Promise.all(
    ["/", "/sign-in"].map(
      async (address) => (await request.get(address)).headers()["content-security-policy"] ?? "",
    ),
  );
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'(;|$)/);
    for (const part of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(part);
    }
  }
  expect(policies[0]).not.toBe(policies[1]);
  const { headers } = await request
    .get(`/api/v1/datasets/${own.datasetId}/export`)
    .then((response) => ({ headers: response.headers() }));
  expect(headers["content-disposition"]).toMatch(/^attachment; filename="/);
});

test("the session cookie is out of reach of scripts and of other sites", async ({ page }) => {
  await page.goto("/");
  const session = (await page.context().cookies()).find(({ name }) => name.includes("session-token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

function thingsCalled(id: string, other: string): NamedThings {
  const things = {
    datasetId: id,
    modelId: id,
    connectionId: id,
    graderId: id,
    scheduleId: id,
    decisionId: id,
  };
  return { ...things, caseKey: "x", runIds: [id, other] };
}
