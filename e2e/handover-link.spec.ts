import type { APIRequestContext } from "@playwright/test";
import { createHandoverLink } from "#api/handover.ts";
import { OWN_HEADER, REVEAL_HEADER } from "#api/ownHeader.ts";
import { expect, test } from "./fixtures.ts";

/** Made by somebody who has signed in, where people do. */
async function makeLink(request: APIRequestContext) {
  const response = await request.post(`/api/pult${createHandoverLink.path}`, {
    headers: OWN_HEADER,
    data: { account: 25, transport: "tls", port: 5061 },
  });
  expect(response.ok()).toBe(true);
  return (await response.json()) as { path: string; devicePath: string };
}

async function readPassword(request: APIRequestContext) {
  const headers = { ...OWN_HEADER, [REVEAL_HEADER]: "password" };
  const response = await request.get("/api/v1/sip/25", { headers });
  return ((await response.json()) as { password: string }).password;
}

const LANGUAGES = [
  {
    locale: "en-US",
    texts: {
      ask: "Phone settings",
      show: "Show the settings",
      password: "Password",
      linphone: "Set Linphone up",
      refused: "This link does not work",
      failed: "The settings can't be loaded now",
      again: "Try again",
    },
  },
  {
    locale: "ru-RU",
    texts: {
      ask: "Настройки телефона",
      show: "Показать настройки",
      password: "Пароль",
      linphone: "Настроить Linphone",
      refused: "Ссылка не работает",
      failed: "Настройки сейчас не загрузить",
      again: "Повторить",
    },
  },
];

for (const { locale, texts } of LANGUAGES) {
  test.describe(locale, () => {
    test.use({ locale, viewport: { width: 360, height: 740 } });

    test(`a one-time link shows an account once, by a button (${locale})`, async ({
      page,
      office,
      request,
      scan,
      monitor,
    }) => {
      // A page that says why there is nothing has a status that says it too.
      monitor.expectFailedRequests();
      await office.change("PATCH", "/sip/25", { name: `Анна <b>"Reception"</b> 😀` });
      const { path } = await makeLink(request);
      const title = page.getByRole("heading", { level: 1 });

      await test.step("it can be looked at without being used up", async () => {
        await page.goto(path);
        // Chromium itself sends a form once; not every browser does.
        const isHeld = await page.evaluate(() =>
          [1, 2].map(() => {
            const submit = new Event("submit", { bubbles: true, cancelable: true });
            return !(document.forms[0]?.dispatchEvent(submit) ?? true);
          }),
        );
        expect(isHeld).toEqual([false, true]);
        await page.reload();
        await expect(title).toHaveText(texts.ask);
        await expect(page.getByText(texts.password, { exact: true })).toHaveCount(0);
        await scan();
      });

      await test.step("while the provider fails it stays as it is", async () => {
        await office.faults({ operation: "GET /sip/{id}", fault: "status:500", times: 1 });
        await page.getByRole("button", { name: texts.show }).focus();
        await page.keyboard.press("Enter");
        await expect(title).toHaveText(texts.failed);
        await scan();
      });

      await test.step("the button shows the account", async () => {
        await page.getByRole("button", { name: texts.again }).click();
        await expect(page.getByText(`Анна <b>"Reception"</b> 😀`)).toBeVisible();
        const value = page
          .getByText(texts.password, { exact: true })
          .locator("xpath=following-sibling::dd");
        await expect(value).toHaveText(await readPassword(request));
        await expect(page.getByText("5061", { exact: true })).toBeVisible();
        await scan();
        const sideways = () =>
          page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(await sideways()).toBeLessThanOrEqual(0);
      });

      const { origin } = new URL(page.url());
      await test.step("Linphone on this phone can fetch it too, once", async () => {
        const link = page.getByRole("link", { name: texts.linphone });
        const address = (await link.getAttribute("href"))?.replace("linphone-config:", "") ?? "";
        expect(address).toMatch(new RegExp(`^${origin}/handover/[\\w-]{43}/linphone\\.xml$`));
        const answers = [
          await request.get(address),
          await request.get(address),
          await request.get(address),
        ];
        expect(answers.map((answer) => answer.status())).toEqual([200, 200, 404]);
        expect(await answers[0]?.text()).toContain(";transport=tls");
      });

      await test.step("a second opening is refused", async () => {
        await page.goto(path);
        await expect(title).toHaveText(texts.refused);
        await scan();
      });
    });
  });
}

test("the journal tells of a one-time link and of its opening", async ({ page, request }) => {
  const { devicePath } = await makeLink(request);
  expect((await request.get(devicePath)).status()).toBe(200);
  await page.goto("/journal");
  await expect(page.getByText("Opened a one-time link for").first()).toBeVisible();
  await expect(page.getByText("Made a one-time link for").first()).toBeVisible();
  await expect(page.getByText("a phone", { exact: true }).first()).toBeVisible();
});
