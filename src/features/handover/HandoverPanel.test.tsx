import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { requireLogin, VERA } from "#app/testing/login.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { LINK_MINUTES } from "#api/handover.ts";
import { accountAt, fault, office, requests, server } from "#app/testing/sandbox.ts";
import { SHOWN_MS } from "./useSecret.ts";

const address = (target = "") =>
  `/sip/handover?ids=${accountAt(0).id}${target && `&for=${target}`}`;
const panel = () => within(screen.getByRole("dialog"));
const button = (name: string | RegExp) => panel().getByRole("button", { name });
const choice = () => screen.findByRole("combobox", { name: /^Кому/ });
const clipboard = () => navigator.clipboard.readText();
const reads = () => requests("GET /sip/{id}").length;

const passwords = () => [...office().accounts.values()].map(({ password }) => password);
const leaked = (text: string) => passwords().filter((password) => text.includes(password));

const stored = (storage: Storage) => JSON.stringify(Object.entries(storage));

/** Opens the panel, and waits until the account is there. */
async function openOne(target?: string) {
  const app = await renderApp(address(target));
  await choice();
  const cache = () =>
    JSON.stringify(
      app.client
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
    );
  const kept = () => cache() + stored(localStorage) + stored(sessionStorage);
  return { ...app, kept, html: () => document.documentElement.outerHTML };
}

/** Answers the next reading of a password with an account of another id. */
function answerAboutAnother() {
  const { id, name, number, login, password, server: host } = accountAt(1);
  server.use(
    http.get("*/sip/:id", ({ request }) =>
      request.headers.has("X-Pult-Reveal")
        ? HttpResponse.json({ id, name, number, login, password, server: host, role: "" })
        : undefined,
    ),
  );
}

/** The files that the browser is asked to save. */
function watchDownloads() {
  const saved: { name: string; blob: Blob }[] = [];
  let latest = new Blob();
  vi.stubGlobal(
    "URL",
    class extends URL {
      static override createObjectURL = (blob: Blob) => {
        latest = blob;
        return "blob:1";
      };
    },
  );
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, blob: latest });
  });
  return saved;
}

function readBytes(blob = new Blob()): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      if (reader.result instanceof ArrayBuffer) resolve(reader.result);
    });
    reader.readAsArrayBuffer(blob);
  });
}

// Long enough not to occur in another text by chance.
beforeEach(() => {
  for (const account of office().accounts.values()) account.password = `Secret-${account.id}-Zq7m`;
});

describe("one account", () => {
  it("is a card without the password until that is asked for, and again a minute later", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const { user, html, kept } = await openOne();
    const { name, number, login, password } = accountAt(0);
    const card = within(panel().getByRole("article"));
    for (const text of [name, String(number), login, accountAt(0).server, "UDP"]) {
      expect(card.getByText(text)).toBeVisible();
    }
    expect(card.getByText("Пароль скрыт")).toBeInTheDocument();
    expect(leaked(html() + kept())).toEqual([]);
    expect(reads()).toBe(1);

    await user.click(button("Показать пароль"));
    expect(await card.findByText(password)).toBeVisible();
    expect(leaked(kept())).toEqual([]);
    act(() => {
      vi.advanceTimersByTime(SHOWN_MS);
    });
    expect(leaked(html())).toEqual([]);
    expect(panel().getByText("Скрыто через минуту.")).toBeVisible();
    await user.click(button("Показать ещё раз"));
    expect(await card.findByText(password)).toBeVisible();
    expect(reads()).toBe(2);
    act(() => {
      dispatchEvent(new Event("pagehide"));
    });
    expect(leaked(html() + kept())).toEqual([]);
  });

  it("is copied as a message with or without the password, and the toast says which", async () => {
    const { user, html, kept } = await openOne();
    const { name, number, login, password } = accountAt(0);
    await user.click(button("Скопировать без пароля"));
    expect(await screen.findByText("Скопировано: сообщение без пароля")).toBeVisible();
    expect(await clipboard()).toContain("Пароль: сообщим отдельно");
    expect(leaked(await clipboard())).toEqual([]);
    expect(reads()).toBe(1);
    await user.dblClick(button("Скопировать с паролем"));
    expect(await screen.findAllByText("Скопировано: сообщение с паролем")).not.toEqual([]);
    expect(await clipboard()).toContain(`${number} ${name}: чтобы подключить телефон`);
    expect(await clipboard()).toContain(`Логин: ${login}\nПароль: ${password}`);
    expect(reads()).toBe(2);
    expect(leaked(html() + kept())).toEqual([]);
  });

  it("is printed alone, and gone from the page afterwards", async () => {
    let printed = "";
    vi.stubGlobal("print", () => {
      const sheets = [...document.body.children].filter(
        (child) => !child.querySelector('[role="dialog"]') && child.querySelector("article"),
      );
      expect(document.body.dataset["printing"]).toBe("cards");
      printed = sheets.map((sheet) => sheet.textContent).join("|");
    });
    const { user, html } = await openOne();
    await user.click(button("Напечатать карточку"));
    await waitFor(() => expect(printed).toContain(accountAt(0).password));
    act(() => {
      dispatchEvent(new Event("afterprint"));
    });
    expect(leaked(html())).toEqual([]);
    expect(document.body.dataset["printing"]).toBeUndefined();
  });

  it("shows nothing of another account that the provider answers with", async () => {
    answerAboutAnother();
    const { user, html } = await openOne();
    await user.click(button("Показать пароль"));
    expect(await panel().findByText(/ответил про другой аккаунт/)).toBeVisible();
    expect(leaked(html())).toEqual([]);
    await user.click(button("Скопировать с паролем"));
    expect(screen.queryByText(/^Скопировано/)).toBeNull();
  });

  it("says once why the password can't be read, and reads it again", async () => {
    const { user } = await openOne();
    fault({ operation: "GET /sip/{id}", fault: "status:403", times: 1 });
    await user.click(button("Скопировать с паролем"));
    expect(await panel().findByRole("alert")).toHaveTextContent(
      "Провайдер отказал в доступе. Пароль получить не удалось.",
    );
    expect(screen.getAllByText(/отказал в доступе/)).toHaveLength(1);
    await user.click(button("Показать пароль"));
    expect(await panel().findByText(accountAt(0).password)).toBeVisible();
    expect(panel().queryByRole("alert")).toBeNull();
  });

  it("becomes a code with its name in the frame, gone with the password", async () => {
    const { user, html } = await openOne("wave");
    await user.click(button("Показать код"));
    const { name, number } = accountAt(0);
    const code = await panel().findByRole("img", { name: new RegExp(`${number} ${name}$`) });
    expect(within(code.closest("figure") ?? code).getByText(`${number} ${name}`)).toBeVisible();
    expect(Number(code.getAttribute("width"))).toBeGreaterThanOrEqual(85 * 3);
    expect(panel().getByText(/срока у кода нет/)).toBeVisible();
    expect(panel().getByRole("link", { name: "Задать новый пароль" })).toHaveAttribute(
      "href",
      `/sip/${accountAt(0).id}/edit`,
    );
    expect(leaked(html())).toEqual([]);
    await user.click(button("Скрыть"));
    expect(panel().queryByRole("img")).toBeNull();
  });

  it("becomes a code of Cloud Softphone once the office's Cloud ID is there", async () => {
    const { user } = await openOne("acrobits");
    expect(panel().queryByRole("button", { name: "Показать код" })).toBeNull();
    await user.type(panel().getByLabelText("Cloud ID офиса"), "Ё");
    await user.click(button("Показать код"));
    expect(await panel().findByRole("alert")).toHaveTextContent(/только латинские буквы/);
    await user.clear(panel().getByLabelText("Cloud ID офиса"));
    await user.type(panel().getByLabelText("Cloud ID офиса"), "PULT");
    expect(await panel().findByRole("img")).toBeInTheDocument();
  });

  it("becomes a one-time link with a code for each scanner, kept nowhere and gone when it ends", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const made: unknown[] = [];
    server.use(
      http.post("*/api/pult/handover-links", async ({ request }) => {
        made.push(await request.json());
        return HttpResponse.json({
          success: true,
          path: "/handover/Tk7",
          devicePath: "/handover/Tk7/linphone.xml",
          expiresAt: "2026-11-30T12:00:00.000Z",
        });
      }),
    );
    const { user, html, kept } = await openOne("link");
    expect(panel().getByText(/Пульт открыт по http/)).toBeVisible();
    await user.dblClick(button("Создать одноразовую ссылку"));
    expect(await panel().findAllByRole("img")).toHaveLength(2);
    for (const name of [/^Для сканера в Linphone: /, /^Для камеры телефона: /]) {
      expect(panel().getByRole("img", { name })).toBeInTheDocument();
    }
    expect(made).toEqual([{ account: accountAt(0).id, transport: "udp", port: 5060 }]);
    await user.click(button("Скопировать ссылку для человека"));
    expect(await screen.findByText("Скопировано: одноразовая ссылка")).toBeVisible();
    expect(await clipboard()).toBe("http://localhost:3000/handover/Tk7");
    expect(html() + kept()).not.toContain("Tk7");
    expect(reads()).toBe(1);
    act(() => {
      vi.advanceTimersByTime(LINK_MINUTES * 60_000);
    });
    expect(panel().queryByRole("img")).toBeNull();
    expect(panel().getByText("Срок ссылки вышел.")).toBeVisible();

    server.use(
      http.post("*/api/pult/handover-links", () => HttpResponse.json({}, { status: 500 })),
    );
    await user.click(button("Создать новую ссылку"));
    expect(await panel().findByRole("alert")).toHaveTextContent(/Ссылку создать не удалось/);
  });

  it("becomes a file for a phone or an app, in the encoding that it reads", async () => {
    const saved = watchDownloads();
    const { user, html } = await openOne("microsip");
    await user.click(button("Скачать файл"));
    expect(await screen.findByText("Скачано: MicroSIP.ini. В файле есть пароль.")).toBeVisible();
    const bytes = await readBytes(saved[0]?.blob);
    const text = new TextDecoder("utf-16le").decode(bytes);
    expect(text).toContain(`password=${accountAt(0).password}\r\n`);
    expect(text).toContain(`displayName=${accountAt(0).name}\r\n`);
    await user.click(button("Скопировать раздел"));
    expect(await screen.findByText("Скопировано: раздел с паролем")).toBeVisible();
    expect(await clipboard()).toMatch(/^\[Account1\]\r\n/);
    expect(leaked(html())).toEqual([]);
    await user.selectOptions(await choice(), "Телефоны Yealink");
    await user.click(button("Скачать файл"));
    await waitFor(() => expect(saved).toHaveLength(2));
    expect(saved[1]?.name).toBe(`yealink-${accountAt(0).number}.cfg`);
    expect(panel().getByText(/прошивка V80/)).toBeVisible();
    expect(reads()).toBe(2);
  });

  it("is refused in words where a value does not fit into the file", async () => {
    const saved = watchDownloads();
    accountAt(0).password = "line\nbreak";
    const { user } = await openOne("yealink");
    await user.click(button("Скачать файл"));
    expect(await panel().findByRole("alert")).toHaveTextContent(
      "Пароль: есть перенос строки, Телефоны Yealink такого не примет",
    );
    expect(saved).toEqual([]);
  });

  it("names the transport and the port that were chosen, and remembers them", async () => {
    const first = await openOne();
    await first.user.click(panel().getByText("По UDP, порт 5060"));
    await first.user.selectOptions(panel().getByLabelText("Транспорт"), "TLS");
    const port = panel().getByLabelText("Порт");
    expect(port).toHaveValue("5061");
    const card = panel().getByRole("article");
    expect(card).toHaveTextContent(`${accountAt(0).server}:5061`);
    await first.user.clear(port);
    await first.user.type(port, "70000");
    expect(panel().getByText(/Порт — число от 1 до 65535.*используется 7000/)).toBeVisible();
    first.unmount();
    await openOne();
    expect(panel().getByRole("article")).toHaveTextContent(`${accountAt(0).server}:7000`);
    expect(panel().getByRole("article")).toHaveTextContent("TLS");
  });

  it("says why it can't be shown", async () => {
    await renderApp("/sip/handover?ids=99999");
    expect(await panel().findByText("Такого аккаунта нет")).toBeVisible();
  });
});

describe("the address", () => {
  it.each([
    ["", "Аккаунт не выбран"],
    ["?ids=25,x", "Ссылку не удалось понять"],
    ["?ids=1-501", "Слишком много аккаунтов сразу"],
  ])("%s is refused in words", async (query, title) => {
    await renderApp(`/sip/handover${query}`);
    expect(await screen.findByRole("dialog", { name: title })).toBeVisible();
    expect(reads()).toBe(0);
  });
});

it("is one click away from an account, and closing it leads back", async () => {
  const { id } = accountAt(0);
  const { user, address: at } = await renderApp(`/sip/${id}`);
  await user.click(await screen.findByRole("link", { name: "Передать" }));
  await choice();
  expect(at()).toBe(`/sip/handover?ids=${id}`);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(at()).toBe(`/sip/${id}`));
});

it("is closed to support, which sees the way there and why it is closed", async () => {
  requireLogin({ user: VERA });
  const { id } = accountAt(0);
  const { user, address: at, router } = await renderApp(`/sip/${id}`, { locale: "en" });
  await screen.findByRole("button", { name: "Vera", hidden: true });
  const link = await screen.findByRole("link", { name: "Hand over" });
  expect(link).toHaveAttribute("aria-disabled", "true");
  await user.click(link);
  expect(at()).toBe(`/sip/${id}`);
  const before = reads();
  await act(() => router.navigate(address("wave")));
  expect(await screen.findByRole("dialog")).toHaveTextContent("Only an administrator");
  expect(panel().queryByRole("button", { name: "Show the code" })).toBeNull();
  expect(reads()).toBe(before);
});
