import { issueStartLink } from "#lib/auth/issue-start-link.ts";
import {
  acceptInvitation,
  enterPassword,
  forgetFailedSignIns,
  invite,
  newPerson,
  signOut,
} from "./support/account-pages.ts";
import { owner } from "./support/owner.ts";
import { queryProduct } from "./support/product-database.ts";
import { withVerbs } from "./support/seed/with-verbs.ts";
import { expectSoundPage } from "./support/sound-page.ts";
import { expect, test } from "./support/test.ts";

const refused = [/status of 401/];

test.beforeEach(forgetFailedSignIns);
test.afterEach(forgetFailedSignIns);

test("an address that needs a session asks for one and is opened afterwards", async ({ visitor }) => {
  await visitor.goto("/datasets?q=tickets");
  await expect(visitor.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await enterPassword(visitor, owner);
  await visitor.waitForURL((url) => url.pathname === "/datasets" && url.search === "?q=tickets");
  await expect(visitor.getByRole("heading", { level: 1, name: "Datasets" })).toBeVisible();
});

test("sign-in goes nowhere but to this site", async ({ visitor, baseURL }) => {
  const elsewhere = [
    "//evil.example",
    "https://evil.example/",
    "/\\evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
  ];
  await visitor.goto(`/sign-in?next=${encodeURIComponent("//evil.example")}`);
  await enterPassword(visitor, owner);
  await expect(visitor.getByRole("heading", { name: "Latest runs" })).toBeVisible();
  expect(visitor.url()).toBe(`${baseURL}/`);
  for (const next of elsewhere) {
    await visitor.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(visitor, next).toHaveURL(`${baseURL}/`);
  }
});

test("an invited viewer reads, changes nothing, and is out when removed", async ({ page, visitor }) => {
  const viewer = newPerson("Vera Viewer");
  const link = await invite(page, viewer.email, "Viewer");
  await expect(page.getByRole("region", { name: "Open invitations" })).toContainText(viewer.email);
  await acceptInvitation(visitor, link, viewer);

  const [{ id: dataset = "" } = {}] = await queryProduct(
    "select id from dataset where name = 'Support tickets'",
  );
  const editing = [
    ["/datasets", "link", "New dataset"],
    [`/datasets/${dataset}`, "button", "Add case"],
    [`/datasets/${dataset}`, "link", "Import"],
    [`/datasets/${dataset}`, "button", "More for this dataset"],
    ["/models", "link", "New model"],
    ["/models/connections", "link", "New connection"],
    ["/graders", "link", "New grader"],
    ["/runs", "link", "Start a run"],
    ["/settings/members", "button", "Invite a member"],
  ] as const;
  for (const [address, role, name] of editing) {
    await page.goto(address);
    await expect(page.getByRole(role, { name }).first()).toBeVisible();
    await visitor.goto(address);
    await expect(visitor.getByRole("button", { name: viewer.name })).toBeVisible();
    await expect(visitor.getByRole(role, { name })).toBeHidden();
  }
  await visitor.goto("/settings/members");
  await expect(visitor.getByRole("region", { name: "Members" })).toContainText(viewer.email);
  await expect(visitor.getByRole("button", { name: "Invite a member" })).toBeHidden();
  await expect(visitor.getByLabel(`Role of ${owner.name}`)).toBeHidden();
  await visitor.goto("/datasets/new");
  await expect(visitor.getByText("You need the role editor to create a dataset.")).toBeVisible();

  await page.goto("/settings/members");
  await expect(page.getByRole("button", { name: `Remove ${viewer.name}` })).toBeVisible();
  await expect(page.getByRole("button", { name: `Revoke the invitation of ${viewer.email}` })).toBeHidden();
  await page.getByRole("button", { name: `Remove ${viewer.name}` }).click();
  await page.getByRole("button", { name: "Remove the member" }).click();
  await expect(page.getByText(`${viewer.name} was removed from this workspace.`)).toBeVisible();
  await visitor.goto("/datasets");
  await expect(visitor.getByRole("heading", { level: 1, name: "No workspace" })).toBeVisible();
});

test("a page that was opened with a higher role is refused by the server", async ({ page, visitor }) => {
  const editor = newPerson("Edda Editor");
  await acceptInvitation(visitor, await invite(page, editor.email, "Editor"), editor);
  await visitor.goto("/datasets/new");
  const name = `Stale ${editor.email}`;
  await visitor.getByLabel("Name", { exact: true }).fill(name);

  await page.reload();
  await page.getByLabel(`Role of ${editor.name}`).selectOption({ label: "Viewer" });
  await expect(page.getByText(`${editor.name} now has the role viewer.`)).toBeVisible();

  await visitor.getByRole("button", { name: "Create and choose a file" }).click();
  await expect(visitor.getByText("You need the role editor to create a dataset.")).toBeVisible();
  expect(await queryProduct("select 1 from dataset where name = $1", [name])).toEqual([]);
});

test("an invitation works once", async ({ page, visitor }) => {
  const guest = newPerson("Greta Guest");
  const link = await invite(page, guest.email, "Reviewer");
  await visitor.goto(link);
  await expectSoundPage(visitor);
  await acceptInvitation(visitor, link, guest);
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: "This invitation does not work" })).toBeVisible();
  await visitor.context().clearCookies();
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: "This invitation does not work" })).toBeVisible();
});

test("the last admin stays admin", async ({ page }) => {
  await page.goto("/settings/members");
  const role = page.getByLabel(`Role of ${owner.name}`);
  await role.selectOption({ label: "Viewer" });
  await expect(page.getByText("A workspace needs at least one admin.")).toBeVisible();
  await expect(role).toHaveValue("admin");
  await page.reload();
  await expect(role).toHaveValue("admin");
});

test("the link that set the installation up works once", async ({ visitor }) => {
  const link = process.env.TOUCHSTONE_E2E_SETUP_LINK;
  expect(link, "the link that the product printed at its first start").toBeTruthy();
  await visitor.goto(link ?? "");
  await expect(visitor.getByRole("heading", { name: "This set-up link does not work" })).toBeVisible();
  await expect(visitor.getByLabel("Password")).toBeHidden();
});

test.describe("with a refusal of the server in the console", () => {
  test.use({ expectedConsoleErrors: refused });

  test("signs out, is told of a wrong password, and signs in again", async ({ page }) => {
    await page.goto("/");
    await signOut(page, owner.name);
    await page.goto("/datasets");
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();

    await enterPassword(page, { ...owner, password: "not the password" });
    await expect(page.getByText("E-mail address or password is wrong.")).toBeVisible();
    await enterPassword(page, { ...owner, email: "nobody@example.test" });
    await expect(page.getByText("E-mail address or password is wrong.")).toBeVisible();
    await enterPassword(page, owner);
    await expect(page.getByRole("heading", { level: 1, name: "Datasets" })).toBeVisible();
  });

  test("the sign-in link of the terminal works once", async ({ visitor }) => {
    const link = await withVerbs(async () => await issueStartLink(new Date()));
    await visitor.goto(link);
    await visitor.getByRole("button", { name: "Sign in" }).click();
    await expect(visitor.getByRole("button", { name: owner.name })).toBeVisible();

    await visitor.context().clearCookies();
    await visitor.goto(link);
    await visitor.getByRole("button", { name: "Sign in" }).click();
    await expect(visitor.getByText("This link has been used or has expired.")).toBeVisible();
    await visitor.goto("/datasets");
    await expect(visitor.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  });

  test("after eight wrong passwords even the right one has to wait", async ({ page, visitor }) => {
    const member = newPerson("Theo Throttled");
    await acceptInvitation(visitor, await invite(page, member.email, "Viewer"), member);
    await signOut(visitor, member.name);
    await forgetFailedSignIns();

    for (let attempt = 1; attempt <= 8; attempt += 1) {
      // A header that anybody can write must not make it another address each time.
      await visitor.setExtraHTTPHeaders({ "x-forwarded-for": `198.51.100.${attempt}` });
      await enterPassword(visitor, { ...member, password: `guess ${attempt}` });
      await expect(visitor.getByText("E-mail address or password is wrong.")).toBeVisible();
    }
    const addresses = await queryProduct("select failures from sign_in_throttle where key like 'address:%'");
    expect(addresses).toEqual([{ failures: 8 }]);
    await enterPassword(visitor, member);
    await expect(visitor.getByText("Too many failed sign-ins. Wait 15 minutes and try again.")).toBeVisible();
    await queryProduct("delete from sign_in_throttle where key like 'address:%'");
    await enterPassword(visitor, member);
    await expect(visitor.getByText("Too many failed sign-ins. Wait 15 minutes and try again.")).toBeVisible();
    await forgetFailedSignIns();
    await enterPassword(visitor, member);
    await expect(visitor.getByRole("button", { name: member.name })).toBeVisible();
  });
});
