import { expect, test } from "./fixtures.ts";
import { watchBuilds } from "./lib/builds.ts";
import { heading, rows } from "./lib/screen.ts";

const STUMBLED = "This page has stumbled";

test("a part that is gone with its build reloads the page, with what was typed", async ({
  page,
  watched,
}) => {
  watched.expectFailedRequests();
  const questions: string[] = [];
  page.on("dialog", (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  const build = await watchBuilds(page);
  const austria = rows(page)
    .filter({ has: page.getByTitle("Austria", { exact: true }) })
    .getByRole("checkbox");

  await test.step("the code of a panel over a draft", async () => {
    await page.goto("/directions");
    const ticked = await austria.isChecked();
    await austria.click();
    build.deploy();
    await page.getByRole("link", { name: "Review" }).click();
    await expect(page.getByRole("dialog", { name: "Review" })).toBeVisible();
    await expect(page).toHaveURL(/\/directions\/review$/);
    expect(build.loads()).toBe(2);
    await page.keyboard.press("Escape");
    await expect(austria).toBeChecked({ checked: !ticked });
    await page.getByRole("status").getByRole("button", { name: "Discard" }).click();
  });

  await test.step("the texts of another language, in the middle of a form", async () => {
    await page.goto("/voicemail");
    const address = page.getByRole("textbox");
    await address.last().fill("b@office.example");
    build.deploy();
    await page.getByRole("button", { name: "RU: По-русски" }).click();
    await expect(heading(page)).toHaveText("Голосовая почта");
    await expect(address.last()).toHaveValue("b@office.example");
    await expect(page.getByText(/Восстановлено то, что вы ввели/)).toBeVisible();
    expect(build.loads()).toBe(4);
  });
  expect(questions, "what is kept needs no question").toEqual([]);
});

test("where there is no newer build, or it never comes, nothing is loaded again at once", async ({
  page,
  watched,
}) => {
  watched.expectFailedRequests();
  const build = await watchBuilds(page);
  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  build.lose();
  await page.getByRole("link", { name: "Voicemail" }).click();
  await expect(heading(page)).toHaveText(STUMBLED);
  expect(build.loads()).toBe(1);

  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  build.waver();
  await page.getByRole("link", { name: "Destinations" }).click();
  await expect.poll(build.loads).toBe(3);
  await expect(heading(page)).toHaveText("Destinations");
  build.lose();
  await page.getByRole("link", { name: "Voicemail" }).click();
  await expect(heading(page)).toHaveText(STUMBLED);
  expect(build.loads()).toBe(3);
  await page.getByRole("button", { name: "Reload the page" }).click();
  await expect(heading(page)).toHaveText("Voicemail");
});
