import { expect, test } from "./fixtures.ts";
import { simulateBuilds } from "./lib/simulateBuilds.ts";
import { heading, rows } from "./lib/screen.ts";

const STUMBLED = "This page has crashed";

test("a chunk missing after a deployment reloads the page and keeps the input", async ({
  page,
  monitor,
}) => {
  monitor.expectFailedRequests();
  const questions: string[] = [];
  page.on("dialog", (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  const build = await simulateBuilds(page);
  const austria = rows(page)
    .filter({ has: page.getByTitle("Austria", { exact: true }) })
    .getByRole("checkbox");

  await test.step("the code of a panel over staged changes", async () => {
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
  expect(questions, "browser prompts").toEqual([]);
});

test("a missing chunk without a newer working build does not cause a reload loop", async ({
  page,
  monitor,
}) => {
  monitor.expectFailedRequests();
  const build = await simulateBuilds(page);
  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  build.removeChunks();
  await page.getByRole("link", { name: "Voicemail" }).click();
  await expect(heading(page)).toHaveText(STUMBLED);
  expect(build.loads()).toBe(1);

  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  build.deployBroken();
  await page.getByRole("link", { name: "Destinations" }).click();
  await expect.poll(build.loads).toBe(3);
  await expect(heading(page)).toHaveText("Destinations");
  build.removeChunks();
  await page.getByRole("link", { name: "Voicemail" }).click();
  await expect(heading(page)).toHaveText(STUMBLED);
  expect(build.loads()).toBe(3);
  await page.getByRole("button", { name: "Reload the page" }).click();
  await expect(heading(page)).toHaveText("Voicemail");
});
