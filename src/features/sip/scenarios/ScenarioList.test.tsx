import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { http, HttpResponse } from "msw";
import { failLaterPages, holdLaterPages } from "#app/testing/pages.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { asRemembered } from "#app/testing/remembered.ts";
import { accountAt, fault, requests, server, setRemembered } from "#app/testing/sandbox.ts";

const PATH = "/sip/:id/scenarios";
const LIST = "GET /sip/{id}/scenarios";
const page = () => `/sip/${accountAt(0).id}`;
const section = () => within(screen.getByRole("region", { name: "Сценарии" }));
const cards = () => section().queryAllByRole("heading", { level: 3 });

/** Gives the first account this many scenarios, named 1, 2, 3…, the first one active. */
function giveScenarios(count: number) {
  const account = accountAt(0);
  const [first] = account.scenarios;
  if (first === undefined) throw new Error("no scenario");
  account.scenarios = Array.from({ length: count }, (_, index) => ({
    ...first,
    id: 9000 + index,
    name: String(index + 1),
  }));
  account.activeId = account.scenarios[0]?.id ?? null;
}

async function open() {
  const app = await renderApp(page());
  await screen.findByRole("region", { name: "Сценарии" });
  return app;
}

describe("the scenarios of an account", () => {
  it("are cards in the provider's order, with a drawing, its text and the actions", async () => {
    const { id, scenarios } = accountAt(0);
    accountAt(0).activeId = scenarios[1]?.id ?? null;
    await open();
    await waitFor(() => expect(cards()).toHaveLength(scenarios.length));
    expect(cards().map(({ textContent }) => textContent)).toEqual(scenarios.map((s) => s.name));
    expect(section().getAllByRole("figure")).toHaveLength(scenarios.length);
    const [first] = scenarios;
    const edit = section().getByRole("link", { name: `Изменить «${first?.name}»` });
    expect(edit).toHaveAttribute("href", `/sip/${id}/scenarios/${first?.id}/edit`);
    const copy = section().getByRole("link", { name: `Создать копию «${first?.name}»` });
    expect(copy).toHaveAttribute("href", `/sip/${id}/scenarios/new?from=${first?.id}`);
    const add = section().getByRole("link", { name: "Добавить сценарий" });
    expect(add).toHaveAttribute("href", `/sip/${id}/scenarios/new`);
  });

  it("are drawn whole from what Pult remembers, unless they were changed elsewhere", async () => {
    const scenario = accountAt(0).scenarios[1];
    if (scenario === undefined) throw new Error("no scenario");
    const { phones } = scenario;
    const [first] = phones;
    if (first === undefined) throw new Error("no phone");
    setRemembered(asRemembered(scenario));
    const { client } = await open();
    const card = await section().findByRole("listitem", { name: scenario.name });
    const said = /Задано из Пульта 12 ноября.* \(anna\)/;
    await waitFor(() => expect(card).toHaveTextContent(said));
    expect(card).toHaveTextContent(new RegExp(first.number.slice(-2)));
    expect(card).toHaveTextContent("без голосовой почты");
    expect(section().getAllByText(said)).toHaveLength(1);
    expect(section().getByText(/сделанного в другом месте, здесь не видно/)).toBeVisible();

    scenario.phones = [...phones, { number: "79000000009", timeout: 5 }];
    await act(() => client.refetchQueries());
    await waitFor(() => expect(section().queryByText(said)).toBeNull());
    expect(card).not.toHaveTextContent(new RegExp(first.number.slice(-2)));
  });

  it("show which one is active, and offer to activate each of the others", async () => {
    const { scenarios, activeId } = accountAt(0);
    await open();
    const active = await section().findByText("Активный");
    const name = scenarios.find((each) => each.id === activeId)?.name;
    expect(active.closest("li")).toHaveAccessibleName(name);
    const offers = section().getAllByRole("button", { name: /^Включить «/ });
    expect(offers).toHaveLength(scenarios.length - 1);
  });

  it.each([
    ["none", [false, false], 0],
    ["two", [true, true], 2],
  ])("show the one that the provider reports as active, be it %s", async (_, active, marks) => {
    const data = active.map((each, index) => ({
      id: index + 1,
      name: `Сценарий ${index}`,
      active: each,
      endpoints: [{ type: "sip", timeout: 20 }],
    }));
    server.use(http.get(`*/api/v1${PATH}`, () => HttpResponse.json({ data, last_page: 1 })));
    await open();
    await waitFor(() => expect(cards()).toHaveLength(2));
    expect(section().queryAllByText("Активный")).toHaveLength(marks);
  });

  it("are drawn with everything that the provider returns", async () => {
    const endpoints = [
      { type: "sip", timeout: 20 },
      { type: "mob", timeout: 25, number: "79993332210" },
      { type: "fax", timeout: 5 },
    ];
    const returned = { sequence_rule: "Order", voicemail: true, endpoints };
    const data = [{ id: 1, name: "День", active: true, ...returned }];
    server.use(http.get(`*/api/v1${PATH}`, () => HttpResponse.json({ data, last_page: 1 })));
    await open();
    expect(await section().findByText(/^Звонит 50.с, затем голосовая почта$/)).toBeVisible();
    const items = within(section().getByRole("figure")).getAllByRole("listitem");
    expect(items.map(({ textContent }) => textContent?.replaceAll("\u00a0", " "))).toEqual([
      "SIP-телефон: с 0 по 20 секунду",
      "+7 999 333-22-10: с 20 по 45 секунду",
      "fax: с 45 по 50 секунду",
      "Голосовая почта: через 50 с",
    ]);
  });

  it("explain the first step when there are none", async () => {
    Object.assign(accountAt(0), { scenarios: [], activeId: null });
    await open();
    expect(await section().findByRole("heading", { name: "Сценариев пока нет" })).toBeVisible();
    expect(section().getAllByRole("link", { name: "Добавить сценарий" })).toHaveLength(1);
  });

  it("show names as they are: long, script and emoji", async () => {
    const names = ["я".repeat(200), '<script>alert("1")</script>', "🍕 Обед 👩‍🚀"];
    giveScenarios(3);
    accountAt(0).scenarios.forEach((scenario, index) => {
      scenario.name = names[index] ?? "";
    });
    await open();
    await waitFor(() => expect(cards().map(({ textContent }) => textContent)).toEqual(names));
    expect(document.querySelector("script")).toBeNull();
  });

  it("of more than a page are all read, the first ones drawn, and any is found by its name", async () => {
    giveScenarios(130);
    accountAt(0).activeId = 9000 + 99;
    const { user } = await open();
    expect(await section().findByText(/Показано 49 из 130/)).toBeVisible();
    expect(requests(LIST)).toHaveLength(2);
    // The active one is first when it is not among those drawn.
    expect(cards()[0]).toHaveTextContent("100");
    expect(cards()).toHaveLength(49);
    await user.click(section().getByRole("searchbox", { name: "Найти по названию" }));
    await user.paste("129");
    await waitFor(() => expect(cards().map(({ textContent }) => textContent)).toEqual(["129"]));
    await user.clear(section().getByRole("searchbox"));
    await user.click(await section().findByRole("button", { name: /Показать ещё/ }));
    await waitFor(() => expect(cards()).toHaveLength(130));
  });

  it("show how many have arrived while the rest is loading", async () => {
    giveScenarios(130);
    const { release } = holdLaterPages(PATH);
    await open();
    expect(await section().findByText("Загружено 100 из 130…")).toBeVisible();
    expect(section().getByText("Показано 48 из 100")).toBeVisible();
    release();
    expect(await section().findByText("Показано 48 из 130")).toBeVisible();
    expect(section().queryByText(/Загружено/)).toBeNull();
  });

  it("show that they are incomplete when a page failed, and are complete after a retry", async () => {
    giveScenarios(130);
    const { recover } = failLaterPages(PATH);
    const { user } = await open();
    expect(await section().findByText(/Загружено только 100 из 130/)).toBeVisible();
    recover();
    await user.click(section().getByRole("button", { name: "Повторить" }));
    expect(await section().findByText("Показано 48 из 130")).toBeVisible();
  });
});

describe("scenarios that can't be read", () => {
  it.each([
    ["status:500", "Сбой на стороне провайдера"],
    ["status:429", "Слишком много запросов"],
    ["html", "Ответ провайдера не удалось понять"],
    ["drop", "Нет связи с сервером"],
    ["status:403", "Провайдер отказал в доступе"],
  ])(
    "%s is shown in their place; the page goes on, and Retry refetches them",
    async (kind, title) => {
      fault({ operation: LIST, fault: kind });
      const { user } = await open();
      const alert = await section().findByRole("alert");
      expect(alert).toHaveTextContent(title);
      expect(screen.getAllByText(new RegExp(title))).toHaveLength(1);
      expect(screen.getByText(accountAt(0).login)).toBeVisible();
      fault();
      await user.click(within(alert).getByRole("button", { name: "Повторить" }));
      await waitFor(() => expect(cards()).toHaveLength(accountAt(0).scenarios.length));
      expect(section().queryByRole("alert")).toBeNull();
      expect(screen.getByRole("heading", { name: "Сценарии" })).toHaveFocus();
    },
  );

  it("show a placeholder while they load", async () => {
    fault({ operation: LIST, fault: "hang" });
    await open();
    expect(section().getByText("Загружаем сценарии…")).toBeInTheDocument();
    expect(await screen.findByText(accountAt(0).login)).toBeVisible();
    fault();
  });

  it("show that they are being retried", async () => {
    fault({ operation: LIST, fault: "status:500", times: 1 }, { operation: LIST, fault: "hang" });
    await open();
    expect(await section().findByText(/Сбой на стороне.*Пробуем ещё раз/)).toBeVisible();
  });

  it("keep their order on a failed refetch, show their age, and recover", async () => {
    const { user, client } = await open();
    await waitFor(() => expect(cards()).toHaveLength(accountAt(0).scenarios.length));
    fault({ operation: LIST, fault: "status:403" });
    await act(() => client.refetchQueries({ queryKey: ["listScenarios"] }));
    const notice = await section().findByText(/Не удалось обновить: сценарии: Провайдер отказал/);
    expect(cards()).toHaveLength(accountAt(0).scenarios.length);
    fault();
    await user.click(section().getByRole("button", { name: "Повторить" }));
    await waitFor(() => expect(notice).not.toBeInTheDocument());
  });
});
