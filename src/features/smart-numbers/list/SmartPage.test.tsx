import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { failLaterPages, holdLaterPages } from "#app/testing/pages.ts";
import { hasText } from "#app/testing/hasText.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, office, openOffice, requests } from "#app/testing/sandbox.ts";

const LIST = "GET /smart-numbers";
const findTable = () => screen.findByRole("table", { name: /Умные номера/ });
const rowsShown = () => within(screen.getByRole("table")).getAllByRole("row").slice(1);
const firstOfRow = (row: HTMLElement) => within(row).getAllByRole("cell")[0]?.textContent;
const picker = () => screen.getByRole("combobox", { name: "ИД пользователя" });
const show = () => screen.getByRole("button", { name: "Показать" });
const drawing = () => screen.getByText("Провайдер выдаёт его сам.");

/** More numbers than a page holds. */
function fillUser(user: number, count: number) {
  const [pattern] = office().smartNumbers;
  if (pattern === undefined) throw new Error("no smart number to copy");
  office().smartNumbers = Array.from({ length: count }, (_, index) => ({
    ...pattern,
    id: 1000 + index,
    user_id: user,
    phoneX: String(79000100000 + index),
    description: `Клиент ${index}`,
  }));
}

describe("without a user the page", () => {
  it("asks whose numbers, explains A, B and X, sends nothing; then shows them", async () => {
    const { user, address } = await renderApp("/smart-numbers");
    expect(screen.getByRole("heading", { name: "Чьи умные номера показать?" })).toBeVisible();
    expect(drawing()).toBeVisible();
    const parts = within(screen.getByRole("group")).getAllByRole("listitem");
    expect(parts.map((part) => part.textContent)).toEqual([
      expect.stringMatching(/^ Клиент.*звонит на$/),
      expect.stringMatching(/^X Умный номер.*ведёт на$/),
      expect.stringMatching(/^B Номер назначения/),
      expect.stringMatching(/^A Исходящий номер.*не описывает/),
    ]);
    for (const wrong of ["", "12а", "0", "-4", "1.5", "1e3"]) {
      await user.clear(picker());
      if (wrong !== "") await user.type(picker(), wrong);
      await user.click(show());
      expect(screen.getByText(/целое число больше нуля/)).toBeVisible();
      expect(picker()).toHaveFocus();
      expect(picker()).toBeInvalid();
    }
    expect(requests(LIST)).toEqual([]);
    await user.clear(picker());
    await user.type(picker(), " 12 {Enter}");
    await findTable();
    expect(address()).toBe("/smart-numbers?user=12");
    // A browser can't send the documented body with a GET.
    expect(requests(LIST)).toMatchObject([
      { query: "page=1&limit=100&user_id=12", body: null, status: 200 },
    ]);
    expect(drawing()).not.toBeVisible();
  });

  it.each(["0", "%3Cscript%3E"])(
    "an address with user=%s shows what an id is and sends nothing",
    async (text) => {
      await renderApp(`/smart-numbers?user=${text}`);
      expect(screen.getByText(/целое число больше нуля/)).toBeVisible();
      expect(picker()).toHaveValue(decodeURIComponent(text));
      expect(requests(LIST)).toEqual([]);
    },
  );
});

describe("the users seen before", () => {
  it("are stored with how many numbers they have, and the last one is restored", async () => {
    const first = await renderApp("/smart-numbers?user=40");
    await screen.findByText("2 номера");
    await first.user.clear(picker());
    await first.user.type(picker(), "12{Enter}");
    await screen.findByText("17 номеров");
    expect(localStorage.getItem("pult.smartUsers")).toBe("[[12,17],[40,2]]");
    first.unmount();

    const { user, address, router } = await renderApp("/smart-numbers?q=79000004003");
    await screen.findByText("1 из 17 номеров");
    expect(address()).toBe("/smart-numbers?q=79000004003&user=12");
    await user.click(picker());
    await user.click(screen.getByRole("option", { name: "402 номера" }));
    await screen.findByText("2 номера");
    expect(address()).toBe("/smart-numbers?user=40");

    await user.type(picker(), "x{Enter}");
    expect(picker()).toBeInvalid();
    await act(() => router.navigate(-1));
    expect(picker()).toHaveValue("12");
    expect(picker()).toBeValid();
  });

  it("do not include a user whom the provider does not know", async () => {
    localStorage.setItem("pult.smartUsers", "[[99,3],[40,2]]");
    const { address } = await renderApp("/smart-numbers");
    expect(address()).toBe("/smart-numbers?user=99");
    await screen.findByRole("heading", { name: "Пользователя с ИД 99 провайдер не знает" });
    expect(localStorage.getItem("pult.smartUsers")).toBe("[[40,2]]");
  });
});

describe("a row", () => {
  it("shows the three numbers, the name and the date verbatim, whatever they hold", async () => {
    const [first] = office().smartNumbers;
    const description = `<script>alert("1")</script> 🍕 ${"я".repeat(180)}`;
    if (first !== undefined) Object.assign(first, { description, phoneA: "" });
    await renderApp("/smart-numbers?user=40");
    await findTable();
    const [row] = rowsShown();
    if (row === undefined) throw new Error("no row");
    const cells = within(row).getAllByRole("cell");
    await waitFor(() => expect(cells[1]).toHaveTextContent("+374 10 324040"));
    expect(cells[0]).toHaveTextContent("+7 977 000-54-19");
    expect(cells[2]).toHaveTextContent("A—");
    expect(cells[3]).toHaveTextContent(description);
    expect(cells[4]).toHaveTextContent("1 июл. 2022 г., 07:59");
    expect(document.querySelector("script")).toBeNull();
  });

  it("copies its number with the plus", async () => {
    const { user } = await renderApp("/smart-numbers?user=40");
    await findTable();
    await user.click(screen.getByRole("button", { name: /Скопировать: \+7.977.000-54-19/ }));
    await screen.findByText(hasText(/\+7.977.000-54-19: скопировано/));
    expect(await navigator.clipboard.readText()).toBe("+79770005419");
  });
});

describe("the list", () => {
  it("is sorted and searched by the address, and no match shows how to clear it", async () => {
    const { user, address } = await renderApp("/smart-numbers?user=12&sort=-phoneX");
    await findTable();
    expect(firstOfRow(rowsShown()[0] ?? document.body)).toContain("40-16");
    await user.click(screen.getByRole("button", { name: "X · Умный номер" }));
    await waitFor(() => expect(firstOfRow(rowsShown()[0] ?? document.body)).toContain("40-00"));
    expect(address()).toBe("/smart-numbers?user=12");
    await user.type(screen.getByRole("searchbox", { name: "Поиск умных номеров" }), "клиент 11");
    await screen.findByText("1 из 17 номеров");
    expect(rowsShown()).toHaveLength(1);
    await user.type(screen.getByRole("searchbox"), "x{Enter}");
    await user.click(await screen.findByRole("button", { name: "Показать все" }));
    await screen.findByText("17 номеров");
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  });

  it("has all pages, and shows its progress", async () => {
    openOffice();
    fillUser(12, 130);
    const held = holdLaterPages("/smart-numbers");
    await renderApp("/smart-numbers?user=12");
    expect(await screen.findByText("Загружено 100 из 130…")).toBeVisible();
    expect(localStorage.getItem("pult.smartUsers")).toBeNull();
    held.release();
    expect(await screen.findByText("130 номеров")).toBeVisible();
    expect(requests(LIST)).toHaveLength(2);
  });

  it("shows that it is incomplete when a page failed", async () => {
    openOffice();
    fillUser(12, 130);
    const { recover } = failLaterPages("/smart-numbers");
    const { user } = await renderApp("/smart-numbers?user=12");
    expect(await screen.findByText(/Загружено только 100 из 130/)).toBeVisible();
    recover();
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    expect(await screen.findByText("130 номеров")).toBeVisible();
  });

  it("of a user without numbers explains the first step", async () => {
    const { user, address } = await renderApp("/smart-numbers?user=15");
    await screen.findByRole("heading", { name: "У пользователя 15 умных номеров нет" });
    expect(drawing()).toBeVisible();
    await user.click(screen.getByText("Зачем нужен умный номер"));
    await waitFor(() => expect(localStorage.getItem("pult.smartLegend")).toBe("folded"));
    await user.click(screen.getAllByRole("link", { name: "Добавить умный номер" })[1] ?? picker());
    await waitFor(() => expect(address()).toBe("/smart-numbers/new?user=15"));
  });

  it("keeps its rows when a refresh fails, shows why, and drops them for an unknown user", async () => {
    const { user } = await renderApp("/smart-numbers?user=40");
    await findTable();
    fault({ operation: LIST, fault: "status:403" });
    await user.click(screen.getByRole("button", { name: "Обновить" }));
    await screen.findByText(/Не удалось обновить: Провайдер отказал в доступе/);
    expect(rowsShown()).toHaveLength(2);
    fault({ operation: LIST, fault: "status:500", message: "User not found" });
    await user.click(screen.getByRole("button", { name: "Обновить" }));
    await screen.findByRole("heading", { name: "Пользователя с ИД 40 провайдер не знает" });
    expect(screen.queryByRole("table")).toBeNull();
  });
});

const UNKNOWN = "Пользователя с ИД 40 провайдер не знает";
const FAILURES = [
  [{ fault: "status:500", message: "User not found" }, UNKNOWN],
  [{ fault: "status:500:no-access" }, "Провайдер отказал в доступе"],
  [{ fault: "status:500", message: "User not found." }, UNKNOWN],
  [{ fault: "status:422" }, "Провайдер этого не принял"],
  [{ fault: "status:429", retryAfter: 30 }, "Слишком много запросов"],
  [{ fault: "drop" }, "Нет связи с сервером"],
  [{ fault: "html" }, "Ответ провайдера не удалось понять"],
] as const;

it("a list that can't be read shows why, once, until Retry reads it", async () => {
  fault({ operation: LIST, ...FAILURES[0][0] });
  const { user } = await renderApp("/smart-numbers?user=40");
  for (const [kind, title] of FAILURES) {
    fault({ operation: LIST, ...kind });
    await user.click(await screen.findByRole("button", { name: "Повторить" }));
    const alert = await screen.findByRole("alert");
    expect(await within(alert).findByRole("heading", { name: title })).toBeVisible();
    expect(screen.getAllByText(title)).toHaveLength(1);
  }
  fault();
  await user.click(screen.getByRole("button", { name: "Повторить" }));
  expect(await findTable()).toBeVisible();
});
