import { act, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { failLaterPages } from "#app/testing/pages.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, openOffice, requests } from "#app/testing/sandbox.ts";

const GET = "GET /sip";

it("stale data of another day is shown with its date", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 10, 27, 17, 55) });
  const { client } = await renderApp("/sip");
  await screen.findByRole("link", { name: "Ресепшен" });
  vi.setSystemTime(new Date(2026, 10, 30, 9, 5));
  fault({ operation: GET, fault: "status:403" });
  await act(() => client.refetchQueries({ queryKey: ["listSipAccounts"] }));
  const notice = await screen.findByText(/Показаны данные на/);
  expect(notice).toHaveTextContent(/данные на пт, 27 нояб\., 17:55\.$/);
});

describe("a row that can't be read", () => {
  it("is shown with what is known of it, counts, and leaves the other rows as usual", async () => {
    fault({ operation: GET, fault: "odd-row:number" });
    await renderApp("/sip");
    expect(await screen.findByText(/Не удалось прочитать 1 запись/)).toBeVisible();
    const row = screen.getAllByRole("listitem").find((item) => within(item).queryByText(/ИД 25/));
    expect(row).toHaveTextContent(/^Ресепшен \(ИД 25\): поле «number»/);
    expect(screen.getByText(/Изменить их здесь нельзя/)).toHaveTextContent(GET);
    expect(screen.getByText("7 из 8 аккаунтов")).toBeVisible();
    expect(screen.queryByRole("link", { name: "Ресепшен" })).toBeNull();
    expect(screen.getByRole("link", { name: "Бухгалтерия" })).toBeVisible();
  });

  it("with an id that would lose precision shows no id", async () => {
    fault({ operation: GET, fault: "odd-row:id" });
    await renderApp("/sip");
    expect(await screen.findByText(/поле «id»/)).toHaveTextContent("200 Ресепшен: поле");
    expect(screen.queryByText(/9007199254740/)).toBeNull();
  });

  it("of the statuses leaves the account with an unknown status", async () => {
    fault({ operation: "GET /sip/statuses", fault: "odd-row:on_line" });
    await renderApp("/sip?q=200");
    expect(await screen.findByText(/поле «on_line»/)).toBeVisible();
    expect(screen.getByRole("table")).toHaveTextContent("Статус неизвестен");
  });

  it("is shown on the board as well, and counted on the wall", async () => {
    fault({ operation: GET, fault: "odd-row:number" });
    const { router } = await renderApp("/status");
    expect(await screen.findByText(/поле «number»/)).toBeVisible();
    await act(() => router.navigate("/status/wall"));
    expect(await screen.findByText("1 запись не читается")).toBeVisible();
  });
});

describe("an incomplete list", () => {
  it.each(["partial", "page-ignored"])("(%s) shows that, and Retry refetches it", async (kind) => {
    openOffice({ accounts: 250 });
    fault({ operation: GET, fault: kind });
    const { user } = await renderApp("/sip");
    const all = kind === "partial" ? "3 из 300" : "100 из 250";
    expect(await screen.findByText(new RegExp(`Пришло только ${all}`))).toBeVisible();
    expect(requests(GET).length).toBeLessThanOrEqual(4);
    fault();
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    expect(await screen.findByText("250 аккаунтов")).toBeVisible();
    expect(screen.queryByText(/Пришло только/)).toBeNull();
  });

  it("continues at the page that failed", async () => {
    openOffice({ accounts: 450 });
    const { recover } = failLaterPages();
    const { user } = await renderApp("/sip");
    const retry = await screen.findByRole("button", { name: "Повторить" });
    expect(screen.getByText(/Загружено только 100 из 450/)).toBeVisible();
    recover();
    const before = requests(GET).length;
    await user.click(retry);
    expect(await screen.findByText("450 аккаунтов")).toBeVisible();
    const laterRequests = requests(GET).slice(before);
    expect(laterRequests.map(({ query }) => /page=\d/.exec(query)?.[0])).toEqual(
      [2, 3, 4, 5].map((page) => `page=${page}`),
    );
  });

  it("waits when the provider limits the rate, and shows how long", async () => {
    openOffice({ accounts: 450 });
    fault({ operation: GET, fault: "rate:2" });
    await renderApp("/sip");
    expect(await screen.findByText(/Загружено 200 из 450, ещё примерно \d+ минут/)).toBeVisible();
    expect(screen.getByRole("table")).toBeVisible();
  });
});

it("an error with status 200 is not shown as an empty list", async () => {
  fault({ operation: GET, fault: "error-200:nested", message: "Технические работы" });
  await renderApp("/sip");
  expect(await screen.findByRole("heading", { name: "Сбой на стороне провайдера" })).toBeVisible();
  expect(screen.getByText("Провайдер сообщает: «Технические работы»")).toBeVisible();
});
