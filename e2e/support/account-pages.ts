import { expect, type Page } from "@playwright/test";
import { uniqueName } from "./dataset-pages.ts";
import { queryProduct } from "./product-database.ts";

export type Person = { name: string; email: string; password: string };

/** Somebody that no other test has made. */
export function newPerson(name: string): Person {
  const own = uniqueName(name);
  return {
    name: own,
    email: `${own.toLowerCase().replaceAll(" ", "-")}@example.test`,
    password: "a long enough password",
  };
}

/** Fills the form of the sign-in page in and sends it; what comes of it is for the test to say. */
export async function enterPassword(
  page: Page,
  { email, password }: Pick<Person, "email" | "password">,
): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  const answered = page.waitForResponse((response) => response.url().includes("/api/auth/callback/password"));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await answered;
}

export async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL((url) => url.pathname === "/sign-in");
}

/** An admin makes the link of an invitation. */
export async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.goto("/settings/members");
  await page.getByRole("button", { name: "Invite a member" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail address").fill(email);
  await dialog.getByLabel("Role", { exact: true }).selectOption({ label: role });
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await dialog.getByLabel("Invitation link").inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  return link;
}

/** Somebody new follows the link of an invitation and is in. */
export async function acceptInvitation(page: Page, link: string, person: Person): Promise<void> {
  await page.goto(link);
  await expect(page.getByLabel("E-mail address")).toHaveValue(person.email);
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create the account and join" }).click();
  await page.waitForURL((url) => url.pathname === "/");
}

/** All tests sign in from one network address, whose failures are counted together. */
export async function forgetFailedSignIns(): Promise<void> {
  await queryProduct("delete from sign_in_throttle");
}
