import { onlineManager } from "@tanstack/react-query";
import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it, onTestFinished } from "vitest";
import { refetchAndRender } from "#app/testing/refetchAndRender.ts";
import { closed } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, office, requests, server } from "#app/testing/sandbox.ts";
import { voicemailQuery } from "#domain/voicemail/queries.ts";

const READ = "GET /voicemail";
const SAVE = "PATCH /voicemail";
const sending = () => screen.getByRole("switch", { name: "Отправлять записи на почту" });
const address = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Адрес" });
const save = () => screen.getByRole("button", { name: "Сохранить" });
const now = () => within(screen.getByRole("region", { name: "Сейчас" }));

async function openPage(saved?: { email: string; send: boolean }) {
  if (saved !== undefined) office().voicemail = saved;
  const app = await renderApp("/voicemail");
  await screen.findByRole("switch");
  const type = async (text: string) => {
    await app.user.clear(address());
    await app.user.click(address());
    await app.user.paste(text);
  };
  const refetch = () => refetchAndRender(app.client, voicemailQuery().queryKey);
  return { ...app, type, refetch };
}

const KEPT = "a@office.example";
const SAVED = [
  [{ send: true, email: KEPT }, "Сейчас: записи отправляются на a@office.example"],
  [{ send: true, email: "" }, "Сейчас: отправка включена, но адрес не указан"],
  [{ send: false, email: "" }, "Сейчас: записи никуда не отправляются"],
  [{ send: false, email: KEPT }, "Сейчас: записи не отправляются. Сохранён адрес a@office.example"],
] as const;

describe("the saved settings", () => {
  it("are shown, also in the form", async () => {
    const { refetch } = await openPage();
    for (const [saved, words] of SAVED) {
      office().voicemail = { ...saved };
      await refetch();
      expect(now().getByText(words)).toBeVisible();
      expect(address()).toHaveValue(saved.email);
      expect(sending()).toHaveProperty("checked", saved.send);
    }
  });

  it("may be null and 0", async () => {
    server.use(http.get("*/api/v1/voicemail", () => HttpResponse.json({ email: null, send: 0 })));
    await openPage();
    expect(now().getByText("Сейчас: записи никуда не отправляются")).toBeVisible();
  });
});

describe("a change", () => {
  it("is shown beside its field, sent with both fields, and leaves nothing to save", async () => {
    const { user, type } = await openPage();
    expect(screen.getByText("Изменений нет")).toBeVisible();
    expect(save()).toHaveAccessibleDescription("Изменений нет");
    await user.click(save());
    await type(" b@office.example");
    const change = "Было: voicemail@office.example. Станет: b@office.example";
    expect(screen.getByText(change)).toBeVisible();
    fault({ operation: SAVE, fault: "latency:50" });
    await user.dblClick(save());
    await screen.findByText("Настройки голосовой почты сохранены");
    expect(requests(SAVE)).toMatchObject([
      { body: { send: true, email: "b@office.example" }, status: 200 },
    ]);
    expect(now().getByText(/отправляются на b@office.example/)).toBeVisible();
    expect(screen.getByText("Изменений нет")).toBeVisible();
    expect(screen.queryByText(/Было:/)).toBeNull();
    expect(document.activeElement).toHaveAccessibleName("Сохранить");
  });

  it("to off keeps the address", async () => {
    const { user } = await openPage();
    await user.click(sending());
    expect(screen.getByText("Было: отправлять. Станет: не отправлять")).toBeVisible();
    await user.click(save());
    await screen.findByText(/Сейчас: записи не отправляются/);
    expect(requests(SAVE)).toMatchObject([
      { body: { send: false, email: "voicemail@office.example" } },
    ]);
  });

  it("to on requires a valid address", async () => {
    const { user, type } = await openPage({ send: false, email: "" });
    await user.click(sending());
    await user.click(save());
    expect(screen.getByText("Чтобы отправлять записи, укажите адрес")).toBeVisible();
    expect(address()).toHaveFocus();
    expect(address()).toBeInvalid();
    for (const wrong of ["rerum", "a@b", "a@office.example, b@office.example"]) {
      await type(wrong);
      await user.click(save());
      expect(screen.getByText(/Это не похоже на адрес|Похоже, адресов несколько/)).toBeVisible();
    }
    expect(requests(SAVE)).toEqual([]);
    await type("a@office.example");
    await user.keyboard("{Enter}");
    await screen.findByText("Настройки голосовой почты сохранены");
    expect(requests(SAVE)).toMatchObject([{ body: { send: true, email: "a@office.example" } }]);
  });

  it("can be reset, and leaving it asks first", async () => {
    const { user, type, router } = await openPage();
    await type("b@office.example");
    await act(async () => {
      void router.navigate("/sip");
    });
    await user.click(await screen.findByRole("button", { name: "Продолжить правку" }));
    await closed();
    expect(address()).toHaveValue("b@office.example");
    await user.click(screen.getByRole("button", { name: "Сбросить изменения" }));
    expect(address()).toHaveValue("voicemail@office.example");
    expect(sending()).toHaveFocus();
    await act(() => router.navigate("/sip"));
    expect(await screen.findByRole("heading", { name: "SIP-аккаунты" })).toBeVisible();
    expect(router.state.location.pathname).toBe("/sip");
    expect(screen.queryByText("Уйти без сохранения?")).toBeNull();
  });
});

describe("a refresh", () => {
  it("updates untouched fields, and warns of changes to edited ones", async () => {
    const { user, type, refetch } = await openPage();
    office().voicemail = { send: false, email: "c@office.example" };
    await refetch();
    expect(address()).toHaveValue("c@office.example");
    expect(sending()).not.toBeChecked();
    expect(screen.queryByText(/Пока вы правили/)).toBeNull();
    await type("b@office.example");
    office().voicemail = { send: true, email: "d@office.example" };
    await refetch();
    expect(screen.getByText(/Пока вы правили, сохранённые настройки изменились/)).toBeVisible();
    expect(address()).toHaveValue("b@office.example");
    expect(now().getByText(/d@office.example/)).toBeVisible();
    expect(screen.getByText("Было: d@office.example. Станет: b@office.example")).toBeVisible();
    await user.click(save());
    await waitFor(() => expect(office().voicemail.email).toBe("b@office.example"));
    await waitFor(() => expect(screen.queryByText(/Пока вы правили/)).toBeNull());
  });

  it("that fails keeps the input and shows the age of the data", async () => {
    const { type, refetch, user } = await openPage();
    await type("b@office.example");
    fault({ operation: READ, fault: "status:403" });
    await refetch();
    const notice = /Не удалось обновить: Провайдер отказал в доступе/;
    expect(await screen.findByText(notice)).toBeVisible();
    expect(address()).toHaveValue("b@office.example");
    fault();
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    await waitFor(() => expect(screen.queryByText(notice)).toBeNull());
  });
});

const UNREAD = [
  [{ fault: "status:500", message: "User not found." }, "Провайдер не находит пользователя"],
  [{ fault: "status:500:no-access" }, "Провайдер отказал в доступе"],
  [{ fault: "status:429", retryAfter: 30 }, "Слишком много запросов"],
  [{ fault: "drop" }, "Нет связи с сервером"],
  [{ fault: "html" }, "Ответ провайдера не удалось понять"],
] as const;

it("settings that fail to load show the error until Retry succeeds", async () => {
  fault({ operation: READ, ...UNREAD[0][0] });
  const { user } = await renderApp("/voicemail");
  for (const [kind, title] of UNREAD) {
    fault({ operation: READ, ...kind });
    await user.click(await screen.findByRole("button", { name: "Повторить" }));
    const alert = await screen.findByRole("alert");
    expect(await within(alert).findByRole("heading", { name: title })).toBeVisible();
  }
  fault();
  await user.click(screen.getByRole("button", { name: "Повторить" }));
  expect(await screen.findByRole("switch")).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

const AS_BEFORE = "Пульт загрузил настройки заново: пока они прежние";
const UNSAVED = [
  [{ fault: "status:500", message: "User not found." }, "Провайдер не находит пользователя", 0],
  [{ fault: "drop" }, AS_BEFORE, 1],
  [{ fault: "status:500:no-access" }, "Провайдер отказал в доступе", 0],
  [{ fault: "html" }, AS_BEFORE, 1],
  [{ fault: "status:429" }, "Слишком много запросов", 0],
  [{ fault: "success-false", message: "Нельзя" }, "Провайдер сообщает: «Нельзя»", 0],
] as const;

describe("a save that fails", () => {
  it("shows the error above the buttons, keeps the input, and is sent once", async () => {
    const { user, type } = await openPage();
    await type("b@office.example");
    for (const [kind, words, looks] of UNSAVED) {
      const before = requests(READ).length;
      fault({ operation: SAVE, ...kind });
      await user.click(save());
      expect(await screen.findByRole("alert")).toHaveTextContent(words);
      expect(address()).toHaveValue("b@office.example");
      expect(now().getByText(/voicemail@office.example/)).toBeVisible();
      expect(requests(READ)).toHaveLength(before + looks);
    }
    expect(requests(SAVE)).toHaveLength(UNSAVED.length);
  });

  it("that succeeded without a response is detected by reading the settings again", async () => {
    const { user, type } = await openPage();
    await type("b@office.example");
    fault({ operation: SAVE, fault: "drop", after: true });
    await user.click(save());
    await screen.findByText(/Ответ провайдера потерялся, но настройки сохранены/);
    expect(now().getByText(/b@office.example/)).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(requests(SAVE)).toHaveLength(1);
  });

  it("that can't be verified shows that the outcome is unknown", async () => {
    const { user, type } = await openPage();
    await type("b@office.example");
    fault(
      { operation: SAVE, fault: "drop", after: true },
      { operation: READ, fault: "status:403" },
    );
    await user.click(save());
    expect(await screen.findByRole("alert")).toHaveTextContent(/Неизвестно, сохранилось ли/);
    expect(address()).toHaveValue("b@office.example");
  });

  it("without a network fails at once", async () => {
    const { user, type } = await openPage();
    await type("b@office.example");
    fault({ operation: "*", fault: "drop" });
    onlineManager.setOnline(false);
    onTestFinished(() => onlineManager.setOnline(true));
    await user.click(save());
    expect(await screen.findByRole("alert")).toHaveTextContent("Нет связи с сервером");
    expect(save()).toHaveAttribute("aria-disabled", "false");
    expect(requests(SAVE)).toHaveLength(1);
  });

  it("shows a rejected address on its field", async () => {
    const { user, type } = await openPage();
    await type("b@office.example");
    const fields = { email: ["Ящик переполнен"] };
    fault({ operation: SAVE, fault: "status:422", fields });
    await user.click(save());
    await screen.findByText("Провайдер сообщает: «Ящик переполнен»");
    expect(address()).toHaveFocus();
    expect(screen.queryByRole("alert")).toBeNull();
    await type("c@office.example");
    expect(screen.queryByText(/Ящик переполнен/)).toBeNull();
  });
});

/** Makes the provider return more than it documents, for so many accounts. */
function returnVoicemail(count: number) {
  const data = Array.from({ length: count }, (_, index) => ({
    id: accountAt(index).id,
    name: accountAt(index).name,
    number: accountAt(index).number,
    finally_created: true,
    active_sip_scenario: { id: index + 1, name: "День", endpoints: [], voicemail: true },
  }));
  server.use(http.get("*/api/v1/sip", () => HttpResponse.json({ data, total: count })));
}

describe("accounts that use voicemail", () => {
  const LIST = "GET /sip";
  it("are named when nothing is sent, three at most, with links", async () => {
    returnVoicemail(5);
    const { user } = await openPage({ send: false, email: "" });
    const notice = await screen.findByText(
      "Отправка выключена, а голосовой почтой пользуются 5 SIP-аккаунтов:",
    );
    const links = within(notice.parentElement ?? notice).getAllByRole("link");
    expect(links.map((link) => link.getAttribute("href"))).toEqual(
      [0, 1, 2].map((index) => `/sip/${accountAt(index).id}`),
    );
    expect(screen.getByText("и ещё 2")).toBeVisible();
    await user.click(sending());
    expect(screen.queryByText(/голосовой почтой пользуются/)).toBeNull();
  });

  it("are looked up only when sending is off, by the list of accounts alone", async () => {
    const { user, client } = await openPage();
    expect(requests(LIST)).toEqual([]);
    await user.click(sending());
    await waitFor(() => expect(requests(LIST)).toHaveLength(1));
    // The provider does not document it, and the sandbox does not return it.
    await waitFor(() => expect(requests(LIST)[0]?.status).toBe(200));
    await waitFor(() => expect(client.isFetching()).toBe(0));
    expect(screen.queryByText(/голосовой почтой/)).toBeNull();
    const operations = new Set(requests().map(({ operation }) => operation));
    expect(operations).toEqual(new Set([READ, LIST]));
  });
});
