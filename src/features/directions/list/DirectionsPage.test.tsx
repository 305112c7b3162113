import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, office, requests, server } from "#app/testing/sandbox.ts";
import {
  ALL,
  bodies,
  closeAll,
  DELETE,
  findTable,
  GET,
  keepOnly,
  PUT,
  findRow,
  getCheckbox,
} from "../testing/directions.ts";

let everything: ReturnType<typeof office>["directions"];

beforeEach(() => {
  everything = office().directions;
  keepOnly(7, 43, 374, 358);
});

describe("a country's row", () => {
  it("shows both names, its code, its state and who shares the code", async () => {
    await renderApp("/directions?q=7");
    await findTable();
    const row = findRow("Россия");
    expect(row.getByText(/^Russia · тот же код: Казахстан$/)).toBeVisible();
    expect(row.getByRole("cell", { name: "+7" })).toBeVisible();
    expect(row.getByText("Открыто")).toBeVisible();
    expect(findRow("Казахстан").getByText("Открыто общим кодом")).toBeVisible();
    expect(getCheckbox("Россия")).toBeChecked();
    expect(screen.getByText("2 из 6")).toBeVisible();
  });

  it("shows scripts, emoji and long names as text, and keeps an open country that no longer exists", async () => {
    const oddName = `<script>alert(1)</script> 🍕 ${"я".repeat(200)}`;
    office().directions = everything;
    const directions = [
      { id: 7, name: oddName, english_name: null, code: "36" },
      { id: "8", name: "Тест", english_name: "Test", code: 61 },
    ];
    server.use(http.get("*/api/v1/directions", () => HttpResponse.json({ directions })));
    const { user } = await renderApp("/directions");
    await findTable();
    expect(findRow(oddName).getByText("Открыто")).toBeVisible();
    expect(document.querySelector("script")).toBeNull();
    expect(findRow("Венесуэла").getByRole("button", { name: /^Закрыть/ })).toBeVisible();
    await user.click(findRow("Тест").getByRole("button", { name: "Открыть: Тест, +61" }));
    await screen.findByText("Открыто: Тест.");
    expect(bodies(PUT)).toEqual([{ direction_ids: [8] }]);
  });
});

describe("a mark", () => {
  it("explains itself below its row, by mouse and by keyboard, one at a time", async () => {
    office().directions = everything;
    keepOnly(7, 53);
    const { user } = await renderApp("/directions");
    await findTable();
    const risk = findRow("Куба").getByRole("button", { name: "Риск мошенничества" });
    await user.click(risk);
    expect(risk).toHaveAttribute("aria-expanded", "true");
    expect(screen.getByText(/^Часто встречается в списках операторов/)).toBeVisible();
    await user.click(screen.getByText("Кто об этом говорит"));
    const [source] = screen.getAllByRole("link", { name: /Integra/ });
    source?.focus();
    await user.keyboard("{Escape}");
    expect(risk).toHaveFocus();
    expect(screen.queryByText(/^Часто встречается/)).toBeNull();
    await user.keyboard("{Enter}");
    expect(screen.getByText(/^Часто встречается/)).toBeVisible();
    const shared = findRow("Казахстан").getByRole("button", { name: "Открыто общим кодом" });
    await user.click(shared);
    expect(screen.getByText(/Код \+7 открыт для страны «Россия»/)).toBeVisible();
    expect(risk).toHaveAttribute("aria-expanded", "false");
    expect(screen.queryByText(/^Часто встречается/)).toBeNull();
    await user.keyboard("{Escape}");
    expect(shared).toHaveAttribute("aria-expanded", "false");
    expect(shared).toHaveFocus();
  });
});

describe("the draft", () => {
  it("survives search and filters, shows what changes along, and can be discarded and restored", async () => {
    const { user, router } = await renderApp("/directions?q=7");
    await findTable();
    await user.click(getCheckbox("Казахстан"));
    expect(findRow("Россия").getByText("Закроется вместе: Казахстан")).toBeVisible();
    expect(getCheckbox("Россия")).not.toBeChecked();
    expect(screen.getByText("Закроются 2 страны")).toBeVisible();
    await act(() => router.navigate("/directions?q=374&show=open"));
    const armenia = await waitFor(() => getCheckbox("Армения"));
    await user.click(screen.getByRole("button", { name: "Сбросить" }));
    expect(screen.queryByText("Закроются 2 страны")).toBeNull();
    await user.click(armenia);
    expect(screen.getByText("Закроется 1 страна")).toBeVisible();
    // Changes staged since then stay.
    await user.click(screen.getByRole("button", { name: "Вернуть" }));
    expect(screen.getByText("Закроются 3 страны")).toBeVisible();
    expect(requests(DELETE)).toEqual([]);
  });

  it("asks before it is left, not on the way to its own panels", async () => {
    const { user, address, router } = await renderApp("/directions?q=43");
    await findTable();
    await user.click(getCheckbox("Австрия"));
    await act(() => router.navigate("/directions/review"));
    expect(await screen.findByRole("dialog")).toBeVisible();
    await act(() => router.navigate("/sip"));
    expect(await screen.findByText(/не применены и пропадут/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Продолжить правку" }));
    expect(address()).toBe("/directions/review");
    await act(() => router.navigate("/sip"));
    await user.click(await screen.findByRole("button", { name: "Уйти без сохранения" }));
    await waitFor(() => expect(address()).toBe("/sip"));
  });

  it("keeps asking until answered, although the address follows what was typed just before", async () => {
    const { user, address, router } = await renderApp("/directions");
    await findTable();
    await user.click(getCheckbox("Австрия"));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "австр" } });
    await act(async () => void router.navigate("/sip"));
    // As long as the address waits for another key, and once more.
    await act(() => vi.advanceTimersByTimeAsync(400));
    await act(() => vi.dynamicImportSettled());
    expect(address()).toBe("/directions");
    fireEvent.click(screen.getByRole("button", { name: "Продолжить правку" }));
    await act(() => vi.advanceTimersByTimeAsync(400));
    expect(decodeURIComponent(address())).toBe("/directions?q=австр");
    expect(screen.getByText("Откроется 1 страна")).toBeVisible();
  });

  it("stages a range with Shift, all that is shown, and is navigated with the arrow keys", async () => {
    office().directions = everything;
    const { user } = await renderApp("/directions?q=Остров");
    await findTable();
    await user.click(getCheckbox("Остров Мэн"));
    await user.keyboard("{Shift>}");
    await user.click(getCheckbox("Острова Кука"));
    await user.keyboard("{/Shift}");
    expect(getCheckbox("Остров Рождества")).toBeChecked();
    expect(getCheckbox("Остров Святой Елены")).toBeChecked();
    getCheckbox("Остров Мэн").focus();
    await user.keyboard("{ArrowDown}");
    expect(getCheckbox("Остров Рождества")).toHaveFocus();
    await user.keyboard(" ");
    expect(getCheckbox("Остров Рождества")).not.toBeChecked();
    const all = screen.getByRole("checkbox", { name: "Выбрать все показанные" });
    await user.click(all);
    expect(getCheckbox("Аландские острова")).toBeChecked();
    await user.click(all);
    expect(screen.queryByRole("link", { name: "Проверить" })).toBeNull();
  });
});

describe("a failed read", () => {
  it.each([
    ["status:500", "Сбой на стороне провайдера"],
    ["html", "Ответ провайдера не удалось понять"],
  ])("of everything (%s) is shown once, and Retry refetches all", async (kind, title) => {
    fault({ operation: ALL, fault: kind }, { operation: GET, fault: kind });
    const { user } = await renderApp("/directions");
    expect(await screen.findByRole("heading", { name: title })).toBeVisible();
    fault();
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    expect(await findTable()).toBeVisible();
  });

  it("of all countries still shows what is open, which can be closed", async () => {
    fault({ operation: ALL, fault: "status:500" });
    const { user } = await renderApp("/directions");
    await findTable();
    expect(screen.getByText(/Показано только то, что открыто/)).toBeVisible();
    expect(screen.queryByText("Австрия")).toBeNull();
    await user.click(getCheckbox("Армения"));
    await user.click(screen.getByRole("link", { name: "Проверить" }));
    await user.click(await screen.findByRole("button", { name: "Закрыть: 1" }));
    expect(await screen.findByText("Закрыта 1 страна.")).toBeVisible();
    expect(bodies(DELETE)).toEqual([{ codes: ["374"] }]);
  });

  it("of what is open shows the list with unknown states, and nothing can be changed", async () => {
    fault({ operation: GET, fault: "status:500:no-access" });
    const { user } = await renderApp("/directions?q=Австрия");
    await findTable();
    expect(await screen.findByText(/Пока это неизвестно, изменить ничего нельзя/)).toBeVisible();
    expect(findRow("Австрия").getByText("Неизвестно")).toBeVisible();
    expect(getCheckbox("Австрия")).toBeDisabled();
    expect(findRow("Австрия").queryByRole("button")).toBeNull();
    expect(screen.queryByRole("button", { name: /^Открыты/ })).toBeNull();
    fault();
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    expect(await findRow("Австрия").findByText("Закрыто")).toBeVisible();
    fault({ operation: GET, fault: "status:401" });
    await user.click(screen.getByRole("button", { name: "Обновить" }));
    expect(await screen.findByText(/Показаны данные на/)).toBeVisible();
    expect(getCheckbox("Австрия")).toBeEnabled();
  });
});

describe("an empty result", () => {
  it("with nothing open explains the first step, also when filtered to what is open", async () => {
    closeAll();
    const { user, address } = await renderApp("/directions?show=open");
    const heading = { name: "Пока не открыто ни одной страны" };
    expect(await screen.findByRole("heading", heading)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Показать все страны" }));
    expect(await findTable()).toBeVisible();
    expect(address()).toBe("/directions");
    expect(screen.getByText(/нажмите «Открыть»/)).toBeVisible();
  });

  it("of an empty list shows that it has no countries", async () => {
    keepOnly();
    closeAll();
    await renderApp("/directions");
    expect(await screen.findByRole("heading", { name: "Стран в списке нет" })).toBeVisible();
  });

  it("of a search shows how to clear it", async () => {
    const { user } = await renderApp("/directions?q=нетакой&show=risky");
    expect(await screen.findByText(/Нет строки, в которой есть «нетакой»/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Показать все" }));
    expect(await findTable()).toBeVisible();
  });
});

it("mounts only the visible rows of 10,000 countries", async () => {
  closeAll();
  office().directions = Array.from({ length: 10_000 }, (_, n) => ({
    id: String(n + 1),
    name: `Страна ${n}`,
    english_name: `Country ${n}`,
    code: n + 10_000,
  }));
  const { user } = await renderApp("/directions");
  expect(await findTable()).toHaveAttribute("aria-rowcount", "10002");
  expect(screen.getAllByRole("row").length).toBeLessThan(60);
  await user.click(screen.getByRole("checkbox", { name: "Выбрать все показанные" }));
  expect(screen.getByText(/^Откроется 10.?000 стран/)).toBeVisible();
});
