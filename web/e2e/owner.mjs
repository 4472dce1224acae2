export const owner = { name: "Sara Ahmadi", email: "sara@example.com", password: "blue lanterns at noon" };

/**
 * Makes the store's first account by the link that the server printed, and waits for the first page:
 * that of a store with data, or the one that asks a new store what it counts in.
 */
export async function createOwner(page, { link, origin }, t) {
  await page.goto(link);
  const field = (name) => page.getByRole("textbox", { name, exact: true });
  await field(t("web.field.name")).fill(owner.name);
  await field(t("web.field.email")).fill(owner.email);
  await field(t("web.field.password")).fill(owner.password);
  await page.getByRole("button", { name: t("web.setup.act"), exact: true }).click();
  await page.waitForURL(new RegExp(`^${origin}/(welcome)?$`));
}

/** Where the account is there already. */
export async function signIn(page, { origin }, t) {
  await page.goto(`${origin}/sign-in`);
  const field = (name) => page.getByRole("textbox", { name, exact: true });
  await field(t("web.field.email")).fill(owner.email);
  await field(t("web.field.password")).fill(owner.password);
  await page.getByRole("button", { name: t("web.sign_in.act"), exact: true }).click();
  await page.waitForURL(`${origin}/`);
}
