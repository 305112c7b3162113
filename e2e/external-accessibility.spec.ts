import { expect, test } from "./fixtures.ts";
import { expectGood } from "./lib/good.ts";

/** The language of the longer words. */
test.use({ locale: "ru-RU" });
test.beforeEach(({ watched }) => watched.expectFailedRequests());

test("axe finds nothing: numbers and their details", async ({ page }) => {
  await page.goto("/external-numbers");
  await expect(page.getByText("«UNREGED»")).toBeVisible();
  await expectGood(page);
  await page.getByText("Не зарегистрирован", { exact: true }).click();
  await expect(page.getByText("Что проверить")).toBeVisible();
  await expectGood(page);
  await page.getByRole("button", { name: "Отключить" }).click();
  await expect(page.getByRole("checkbox")).toBeVisible();
  await expectGood(page);
});

test("axe finds nothing: a number without an id, and the forms", async ({ page }) => {
  await page.goto("/external-numbers?row=sipuri:%2B74950002004");
  await expect(page.getByText(/Провайдер не сообщил ИД/)).toBeVisible();
  await expectGood(page);
  await page.goto("/external-numbers/new?kind=ate");
  await page.getByRole("textbox", { name: "Сервер оператора" }).fill("sip://x");
  await page.getByRole("dialog").getByRole("button", { name: "Подключить номер" }).click();
  await expect(page.getByText("Заполните это поле").first()).toBeVisible();
  await expectGood(page);
  await page.goto("/external-numbers/sipuri/3/edit");
  await expect(page.getByText("Осталось заполнить: 1 из 1.").first()).toBeVisible();
  await expectGood(page);
});

test("axe finds nothing: no numbers, none that fit, and what fails", async ({ page, office }) => {
  await page.goto("/external-numbers?q=zzz");
  await expect(page.getByRole("heading", { name: "Ничего не подошло" })).toBeVisible();
  await expectGood(page);
  await office.faults({ operation: "GET /number/external/status", fault: "status:403" });
  await page.goto("/external-numbers");
  await expect(page.getByText(/Показаны данные на/)).toBeVisible();
  await expectGood(page);
  await office.faults({ operation: "GET /number/external", fault: "status:401" });
  await page.goto("/external-numbers");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectGood(page);
  await office.faults({ operation: "GET /number/external", fault: "latency:10000" });
  await page.goto("/external-numbers");
  await expect(page.getByText("Загружаем внешние номера…")).toBeAttached();
  await expectGood(page);
  await office.reset({ accounts: 0 });
  await page.goto("/external-numbers");
  await expect(page.getByRole("heading", { name: "Внешних номеров пока нет" })).toBeVisible();
  await expectGood(page);
});
