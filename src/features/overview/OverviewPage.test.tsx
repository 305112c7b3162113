import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import {
  accountAt,
  fault,
  office,
  openOffice,
  requests,
  server,
  setAvailability,
} from "#app/testing/sandbox.ts";
import { setOffline } from "#app/testing/statuses.ts";

const CARDS = ["SIP-аккаунты", "Внешние номера", "Направления", "Голосовая почта"] as const;
/** Of an account, among what needs attention. */
const matterOf = async (index: number) =>
  (await screen.findByRole("link", { name: accountAt(index).name })).closest("li");
const card = (name: (typeof CARDS)[number]) => within(screen.getByRole("region", { name }));

describe("the overview", () => {
  it("links each figure to the list of what it counts", async () => {
    const { id, name } = accountAt(0);
    setOffline([id, accountAt(1).id]);
    // Inmarsat, by the provider's own id.
    const { directions } = await (await fetch("/api/v1/directions")).json();
    const inmarsat = directions.find((one: { code: number }) => one.code === 870);
    office().openDirections.add(String(inmarsat.id));
    await renderApp("/");
    const expectLink = async (where: (typeof CARDS)[number], words: RegExp, to: string) => {
      const link = await card(where).findByRole("link", { name: words });
      expect(link).toHaveAttribute("href", to);
    };
    await expectLink("SIP-аккаунты", /^2\s*не в сети$/, "/status?state=offline");
    const matters = within(
      await screen.findByRole("list", { name: /^Требуют внимания: 2.телефона, 1/ }),
    );
    const why = matters.getByRole("link", { name: `Почему не звонит: ${name}` });
    expect(why).toHaveAttribute("href", `/status/${id}?state=offline`);
    expect(matters.getByRole("link", { name })).toHaveAttribute("href", `/sip/${id}`);
    const lost = matters.getByRole("link", { name: /^\+7.495/ });
    expect(lost).toHaveAttribute("href", "/external-numbers/ate/2?state=lost");
    await expectLink("SIP-аккаунты", new RegExp(`${name}: не в сети$`), `/sip/${id}`);
    await expectLink("Внешние номера", /^1\s*не зарегистрирован$/, "/external-numbers?state=lost");
    await expectLink(
      "Внешние номера",
      /^\+7.495.*: не зарегистрирован$/,
      "/external-numbers/ate/2",
    );
    await expectLink("Направления", /^\d+\s*стран/, "/directions?show=open");
    await expectLink("Направления", /^1\s*рискованн/, "/directions?show=risky-open");
    // A half disc means only that an account is being created.
    const risky = card("Направления").getByRole("link", { name: /^1\s*рискованн/ });
    expect(risky).toHaveAttribute("data-shape", "warning");
    await expectLink("Направления", /Inmarsat/, "/directions?show=risky-open&q=870");
    expect(card("Голосовая почта").getByText(/voicemail@office\.example/)).toBeVisible();
    for (const title of CARDS)
      await expectLink(title, new RegExp(`^${title}$`), expect.any(String));
  });

  it.each([
    ["GET /sip/statuses", "SIP-аккаунты", /не в сети/],
    ["GET /number/external", "Внешние номера", /^не зарегистрирован$/],
    ["GET /directions", "Направления", /стран/],
    ["GET /direction", "Направления", /стран/],
    ["GET /voicemail", "Голосовая почта", /отправляются/],
  ] as const)("%s failing is shown in its card alone, and retried there", async (...row) => {
    const [operation, name, words] = row;
    fault({ operation, fault: "status:403" });
    const { user } = await renderApp("/");
    expect(await card(name).findByRole("alert")).toHaveTextContent("Провайдер отказал в доступе");
    for (const other of CARDS.filter((one) => one !== name)) {
      await waitFor(() => expect(card(other).queryByRole("status")).toBeNull());
      expect(card(other).queryByRole("alert")).toBeNull();
    }
    fault();
    const before = requests().length;
    await user.click(card(name).getByRole("button", { name: "Повторить" }));
    expect((await card(name).findAllByText(words))[0]).toBeVisible();
    // The registrations are requested only once there is a list of numbers.
    const again = requests()
      .slice(before)
      .map((entry) => entry.operation);
    expect(again.filter((one) => one !== "GET /number/external/status")).toEqual([operation]);
    await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveFocus());
  });

  it("shows an error of several cards once, and retries all of them", async () => {
    fault({ operation: "*", fault: "status:403" });
    const { user } = await renderApp("/");
    expect(await screen.findByText(/Провайдер отказал в доступе/)).toBeVisible();
    await waitFor(() => expect(screen.getAllByText("Не загрузилось.")).toHaveLength(CARDS.length));
    expect(screen.getAllByText(/Провайдер отказал в доступе/)).toHaveLength(1);
    fault();
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    expect(await card("Направления").findByText(/стран/)).toBeVisible();
    expect(await card("Голосовая почта").findByText(/voicemail@office/)).toBeVisible();
  });

  it("shows the registrations of the list when the status operation fails", async () => {
    fault({ operation: "GET /number/external/status", fault: "status:403" });
    await renderApp("/");
    const lost = { name: /^1\s*не зарегистрирован$/ };
    expect(await card("Внешние номера").findByRole("link", lost)).toBeVisible();
    expect(card("Внешние номера").getByText(/Не удалось обновить: Регистрация: /)).toBeVisible();
  });

  it("does not wait for the status of numbers without a login", async () => {
    server.use(
      http.get("*/api/v1/number/external", () =>
        HttpResponse.json({
          external_numbers: [{ id: 1, number: "74950002002", source: "sip.example", type: "АТС" }],
        }),
      ),
    );
    await renderApp("/");
    expect(
      await card("Внешние номера").findByRole("link", { name: /^1\s*неизвестно/ }),
    ).toBeVisible();
  });

  it("warns of sending without an address, and of an incomplete list", async () => {
    openOffice({ accounts: 150 });
    office().voicemail = { email: "", send: true };
    server.use(
      http.get("*/api/v1/sip", ({ request }) =>
        new URL(request.url).searchParams.get("page") === "1"
          ? undefined
          : HttpResponse.json({ data: [], current_page: 1, last_page: 2, total: 150 }),
      ),
    );
    await renderApp("/");
    expect(await card("Голосовая почта").findByText(/адреса нет/)).toBeVisible();
    expect(await card("SIP-аккаунты").findByText(/только 100 из 150/)).toBeVisible();
  });

  it("counts nothing in an empty office, and shows that", async () => {
    const empty = office();
    empty.externalNumbers = [];
    empty.openDirections.clear();
    empty.voicemail = { email: "", send: false };
    empty.accounts.clear();
    await renderApp("/", { locale: "en" });
    expect(await screen.findByText("No accounts yet.")).toBeVisible();
    expect(await screen.findByText(/No numbers of other operators/)).toBeVisible();
    expect(await screen.findByRole("link", { name: /^0\s*countries open$/ })).toBeVisible();
    expect(await screen.findByText(/not sent anywhere/)).toBeVisible();
  });

  it("tells since when, as the server saw it, and says in words that all is well", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 10, 27, 14, 14) });
    office().externalNumbers = [];
    const { id, name } = accountAt(0);
    setOffline([id]);
    const since = new Date(Date.now() - 12 * 60_000).toISOString();
    const seen = { kind: "sip", id, state: "offline", since, exact: true, before: null };
    const watch = { gaps: [], lookedAt: since, every: 30, unreadableSince: null };
    server.use(http.get("*/api/pult/watch", () => HttpResponse.json({ ...watch, items: [seen] })));
    const { user } = await renderApp("/");
    const link = await screen.findByRole("link", { name });
    await waitFor(() => expect(link.closest("li")).toHaveTextContent(/не в сети, с 14:02, 12.мин/));
    setOffline([]);
    await user.click(screen.getByRole("button", { name: "Обновить" }));
    expect(
      await screen.findByRole("heading", { name: /^Всё в порядке: \d+ телефон/ }),
    ).toBeVisible();
  });

  it("says what a phone that is offline does to calls, and how often it drops", async () => {
    office().externalNumbers = [];
    const phones = [0, 1, 2, 3, 4].map(accountAt);
    const rings = [null, [20, []], [0, []], [20, [15, 15]], [0, [15]]] as const;
    for (const [index, account] of phones.entries()) {
      const plan = rings[index] ?? null;
      const active = account.scenarios.find(({ id }) => id === account.activeId);
      if (plan === null || active === undefined) account.activeId = null;
      else {
        active.name = "Днём";
        active.sipTimeout = plan[0];
        active.phones = plan[1].map((timeout) => ({ number: "74950000001", timeout }));
      }
    }
    setOffline(phones.map(({ id }) => id));
    setAvailability({ id: accountAt(1).id, drops: 6, share: 0.5 });
    await renderApp("/");
    expect(await matterOf(0)).toHaveTextContent("Ни один сценарий не активен.");
    expect(await matterOf(1)).toHaveTextContent("Сценарий «Днём» звонит только на него.");
    await waitFor(async () =>
      expect(await matterOf(1)).toHaveTextContent("За 7 дней пропадал из сети 6 раз."),
    );
    expect(await matterOf(2)).toHaveTextContent("Активный сценарий «Днём» никому не звонит.");
    expect(await matterOf(3)).toHaveTextContent("Сценарий «Днём» звонит ещё на 2 других номера.");
    expect(await matterOf(4)).toHaveTextContent(
      "Сценарий «Днём» звонит не на него, а на другой номер.",
    );
  });

  it("the marks of all phones are one stop of the Tab key, with arrow keys between them", async () => {
    const { user } = await renderApp("/");
    const marks = within(await screen.findByRole("list", { name: "Все телефоны" }));
    const links = marks.getAllByRole("link");
    expect(links.filter((link) => link.tabIndex === 0)).toEqual([links[0]]);
    links[0]?.focus();
    await user.keyboard("{ArrowRight}{ArrowDown}{ArrowLeft}");
    expect(links[1]).toHaveFocus();
    await user.keyboard("{End}{ArrowRight}");
    expect(links.at(-1)).toHaveFocus();
  });

  it("draws hundreds of phones as dots", async () => {
    openOffice({ accounts: 400 });
    await renderApp("/");
    const dots = await screen.findByRole("img", { name: /^Все телефоны/ }, { timeout: 5_000 });
    expect(dots).toBeVisible();
    expect(screen.queryByRole("list", { name: "Все телефоны" })).toBeNull();
  });
});
