import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { rememberForwarding } from "#app/testing/remembered.ts";
import { fault, office, requests, setRemembered } from "#app/testing/sandbox.ts";
import { stubList, stubRegistrations, findRow } from "../testing/numbers.ts";

const LIST = "GET /number/external";
const STATUS = "GET /number/external/status";
const ADDRESS = "4229174950002004@ext.plusofon.example";

async function openList(path = "/external-numbers") {
  const app = await renderApp(path);
  await screen.findByRole("table");
  return app;
}
const numbers = () =>
  screen
    .getAllByRole("row")
    .flatMap((row) => (row.dataset["row"] === undefined ? [] : [row.dataset["row"]]));
const link = (number: string) => within(findRow(number)).getByRole("link", { name: /Переадр/ });
const button = (name: string) => screen.getByRole("button", { name });

describe("the list of external numbers", () => {
  it("shows both kinds, and requests the registration of every login", async () => {
    await openList();
    await screen.findByText(/«UNREGED»/);
    expect(findRow("+7 495 000-20-02")).toHaveTextContent(/АТС.*Не зарегистрирован«UNREGED»/);
    expect(findRow("+7 910 444-55-66")).toHaveTextContent(/Зарегистрирован«OK» · \d+\s\S+\s\d{4}/);
    const uri = findRow("+7 910 444-55-67");
    expect(uri).toHaveTextContent("4229179104445567@ext.plusofon.example");
    expect(uri).toHaveTextContent("sip1.operator.example +1");
    expect(uri).toHaveTextContent("и ещё 1 сервер");
    const [statusRequest, ...more] = requests(STATUS);
    expect(more).toEqual([]);
    const logins = ["21201588169353", "21201588169402", "21201588169417"];
    expect(new URLSearchParams(statusRequest?.query).getAll("logins[]")).toEqual(logins);
    expect(
      within(findRow("+7 910 444-55-66")).getByRole("link", { name: /Переадр/ }),
    ).toHaveAttribute("href", "/external-numbers/ate/1/forward");
  });

  it("shows where calls go that was set through Pult, with one request per list of names", async () => {
    const cli_type = "Y" as const;
    setRemembered(
      rememberForwarding({
        number_type: "ate",
        number_id: 1,
        type: "group",
        group_id: 9,
        cli_type,
      }),
      rememberForwarding({
        number_type: "ate",
        number_id: 2,
        type: "group",
        group_id: 9,
        cli_type,
      }),
      rememberForwarding({ number_type: "sipuri", number_id: 3, type: "empty" }),
      rememberForwarding({ number_type: "ate", number_id: 17, type: "empty" }, { certain: false }),
    );
    await openList();
    await waitFor(() => expect(link("+7 910 444-55-66")).toHaveTextContent(/→ Продажи$/));
    expect(
      within(link("+7 910 444-55-66")).getByTitle(/^Задано из Пульта 12 ноября/),
    ).toBeVisible();
    expect(link("+7 910 444-55-66")).toHaveAttribute("href", "/external-numbers/ate/1/forward");
    expect(link("+7 495 000-20-02")).toHaveTextContent(/→ Продажи$/);
    expect(link("+7 910 444-55-67")).toHaveTextContent(/Выключена$/);
    expect(link("+7 495 000-20-17")).toHaveTextContent(/^Переадресация$/);
    expect(requests("GET /groups")).toHaveLength(1);
  });

  it("lets one copy the address of a row without an id, and explains why its other actions are disabled", async () => {
    const { user, address } = await openList();
    const row = within(findRow("+7 495 000-20-04"));
    expect(row.queryByRole("link", { name: /Переадресация/ })).toBeNull();
    await user.click(row.getByRole("button", { name: /Скопировать: Адрес/ }));
    expect(await navigator.clipboard.readText()).toBe(ADDRESS);
    await user.click(row.getByRole("link", { name: /Только просмотр/ }));
    const panel = within(await screen.findByRole("dialog"));
    expect(panel.getByText(/Провайдер не сообщил ИД/)).toBeVisible();
    expect(panel.getByText(ADDRESS)).toBeVisible();
    // Nothing but calling the number.
    expect(panel.getByRole("link")).toHaveAttribute("href", "tel:+74950002004");
    expect(panel.queryByRole("button", { name: "Отключить" })).toBeNull();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(address()).toBe("/external-numbers"));
  });

  it("filters and sorts by the address, and writes each choice into it", async () => {
    const { user, address } = await openList("/external-numbers?state=lost");
    expect(numbers()).toEqual(["ate:2"]);
    expect(screen.getByText("1 из 6 номеров")).toBeVisible();
    await user.click(button("Не зарегистрированы 1"));
    await user.click(button("SIP-URI 3"));
    expect(address()).toBe("/external-numbers?type=sipuri");
    await waitFor(() =>
      expect(numbers()).toEqual(["sipuri:+74950002004", "sipuri:18", "sipuri:3"]),
    );
    await user.click(button("Все 6"));
    await user.click(button("Регистрация или адрес"));
    expect(address()).toBe("/external-numbers?sort=state");
    await waitFor(() => expect(numbers()[0]).toBe("ate:2"));
    await user.click(screen.getByRole("searchbox"));
    await user.paste("8 495 000-20-17");
    await waitFor(() => expect(numbers()).toEqual(["ate:17"]));
    await user.clear(screen.getByRole("searchbox"));
    await user.paste("нет такого");
    await user.click(await screen.findByRole("button", { name: "Показать все" }));
    await waitFor(() => expect(numbers()).toHaveLength(6));
  });

  it("explains the first step where there is no number yet", async () => {
    office().externalNumbers = [];
    await renderApp("/external-numbers");
    expect(await screen.findByRole("heading", { name: "Внешних номеров пока нет" })).toBeVisible();
    expect(screen.getAllByRole("link", { name: "Подключить номер" })).toHaveLength(2);
    expect(requests(STATUS)).toEqual([]);
  });
});

describe("undocumented data", () => {
  it("is shown verbatim: types, statuses, long names; nothing is derived from it", async () => {
    const number = { number: "74950002002", type: "АТС", id: 1, status: true };
    const long = "я".repeat(200);
    stubList(
      { ...number, source: "a@sip.x.example" },
      { ...number, id: 2, number: "74950002003", source: "b@sip.x.example", status: undefined },
      { id: 3, number: `<script>${long}😀`, type: "WebRTC <b>", source: long },
    );
    stubRegistrations({ a: "FAIL <i>WAIT</i>", b: "ok" });
    const { user } = await openList();
    await screen.findByText("«FAIL <i>WAIT</i>»", { exact: false });
    expect(findRow("+7 495 000-20-02")).toHaveTextContent("Неизвестно");
    expect(findRow("+7 495 000-20-03")).toHaveTextContent("Зарегистрирован");
    const invalidRows = findRow(`<script>${long}😀`);
    expect(invalidRows).toHaveTextContent("WebRTC <b>");
    expect(invalidRows).toHaveTextContent("провайдер не сообщил");
    await user.click(within(invalidRows).getByRole("link", { name: /Только просмотр/ }));
    const panel = within(await screen.findByRole("dialog"));
    expect(panel.getByText(/Пульт не знает подключения вида «WebRTC <b>»/)).toBeVisible();
  });

  it("in a status that contradicts the list makes the list refetch, once", async () => {
    const { client } = await openList();
    await screen.findByText(/«UNREGED»/);
    expect(requests(LIST)).toHaveLength(1);
    stubRegistrations({ 21201588169353: "Rejected" });
    await client.refetchQueries({ queryKey: ["listExternalStatuses"] });
    await waitFor(() => expect(requests(LIST)).toHaveLength(2));
    expect(findRow("+7 910 444-55-66")).toHaveTextContent("Неизвестно«Rejected»");
    await client.refetchQueries({ queryKey: ["listExternalStatuses"] });
    expect(requests(LIST)).toHaveLength(2);
  });
});

describe("a failure", () => {
  it("of the registrations falls back to the list's own values, with a notice", async () => {
    fault({ operation: STATUS, fault: "status:500:no-access" });
    const { user } = await openList();
    const notice = await screen.findByText(/регистрация: Провайдер отказал в доступе/);
    expect(notice).toHaveTextContent(/Показаны данные на .* сказано по списку номеров/);
    expect(findRow("+7 495 000-20-02")).toHaveTextContent("Не зарегистрированПереадресация");
    fault();
    await user.click(button("Повторить"));
    await screen.findByText(/«UNREGED»/);
    expect(screen.queryByText(/Показаны данные на/)).toBeNull();
  });

  it.each([
    ["status:500:no-access", "Провайдер отказал в доступе"],
    ["html", "Ответ провайдера не удалось понять"],
    ["drop", "Нет связи с сервером"],
  ])("of the list, with %s, is shown and can be retried", async (kind, title) => {
    fault({ operation: LIST, fault: kind });
    const { user } = await renderApp("/external-numbers");
    expect(await screen.findByRole("heading", { name: title })).toBeVisible();
    fault();
    await user.click(button("Повторить"));
    await screen.findByRole("table");
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  });

  it("of a refresh keeps the old list, with its age", async () => {
    const { user } = await openList();
    fault({ operation: LIST, fault: "status:401" });
    await user.click(button("Обновить"));
    expect(await screen.findByText(/Не удалось обновить/)).toHaveTextContent(/на \d+:\d\d/);
    expect(screen.getByText("+7 910 444-55-66")).toBeVisible();
  });
});
