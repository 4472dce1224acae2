export const owner = { name: "Sara Ahmadi", email: "sara@example.com", password: "blue lanterns at noon" };

/** Makes the store's first account by the link that the server printed, and waits for the first page. */
export async function createOwner(page, { link, origin }, t) {
  await page.goto(link);
  const field = (name) => page.getByRole("textbox", { name, exact: true });
  await field(t("web.field.name")).fill(owner.name);
  await field(t("web.field.email")).fill(owner.email);
  await field(t("web.field.password")).fill(owner.password);
  await page.getByRole("button", { name: t("web.setup.act"), exact: true }).click();
  await page.waitForURL(`${origin}/`);
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
