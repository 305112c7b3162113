import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, describe, it } from "vitest";
import type { JournalEntry } from "#api/journal.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, requests, server } from "#app/testing/sandbox.ts";

function entryOf(changes: Partial<JournalEntry> = {}): JournalEntry {
  const { id, name, number } = accountAt(0);
  return {
    id: 7,
    at: "2026-01-15T12:00:00.000Z",
    actor: "anna",
    operation: "PATCH /sip/{id}",
    object: { kind: "sip", id: String(id), number: String(number), name },
    fields: { name, role: "2 этаж", password: "***" },
    before: { name: "Приёмная", role: "2 этаж" },
    outcome: "done",
    message: null,
    batch: null,
    undoes: null,
    undoneBy: null,
    ...changes,
  };
}

/** Serves a journal of these entries. */
function serve(...items: JournalEntry[]): void {
  server.use(http.get("*/api/pult/journal", () => HttpResponse.json({ items, next: null })));
}

const patches = () => requests("PATCH /sip/{id}").map(({ body }) => body);
const dialog = () => screen.findByRole("dialog");

describe("the question whether to undo", () => {
  it("says what will be sent, sends it once, and confirms it", async () => {
    serve(entryOf());
    const { user, address } = await renderApp("/journal");
    await user.click(await screen.findByRole("button", { name: /^Вернуть: Изменён аккаунт/ }));
    expect(address()).toBe("/journal?undo=7");
    const question = within(await dialog());
    expect(await question.findByRole("definition")).toHaveTextContent("стало Приёмная");
    expect(question.getByText("Останется как есть: Пароль.")).toBeVisible();
    await user.click(question.getByRole("button", { name: "Вернуть" }));
    expect(await screen.findByText("Возвращено, как было до изменения")).toBeVisible();
    expect(patches()).toEqual([{ name: "Приёмная" }]);
    await waitFor(() => expect(address()).toBe("/journal"));
  });

  it("shows the three values where somebody has changed it since, and overwrites only on demand", async () => {
    const account = accountAt(0);
    const left = account.name;
    serve(entryOf());
    account.name = "Третье имя";
    const { user } = await renderApp("/journal?undo=7");
    const question = within(await dialog());
    expect(await question.findByRole("alert")).toHaveTextContent("изменил кто-то ещё");
    const values = question.getByRole("region", { name: "Имя" });
    expect(
      within(values)
        .getAllByRole("definition")
        .map((one) => one.textContent),
    ).toEqual(["Приёмная", left, "Третье имя"]);
    expect(patches()).toEqual([]);
    // It changes once more before the button is pressed.
    account.name = "Четвёртое имя";
    await user.click(question.getByRole("button", { name: "Вернуть всё равно" }));
    expect(await question.findAllByText("Четвёртое имя")).not.toHaveLength(0);
    expect(patches()).toEqual([]);
    await user.click(question.getByRole("button", { name: "Вернуть всё равно" }));
    await waitFor(() => expect(patches()).toEqual([{ name: "Приёмная" }]));
  });

  it("says so where all is as it was, or gone", async () => {
    const account = accountAt(0);
    serve(entryOf());
    account.name = "Приёмная";
    await renderApp("/journal?undo=7");
    const question = within(await dialog());
    expect(await question.findByText(/Всё и так, как было/)).toBeVisible();
    expect(question.queryByRole("button", { name: /^Вернуть/ })).toBeNull();
  });

  it("tells a failure inside, and can be tried again", async () => {
    serve(entryOf());
    fault({ operation: "PATCH /sip/{id}", fault: "status:500:no-access", times: 1 });
    const { user } = await renderApp("/journal?undo=7");
    const question = within(await dialog());
    await user.click(await question.findByRole("button", { name: "Вернуть" }));
    expect(await question.findByRole("alert")).toHaveTextContent("No access");
    await user.click(question.getByRole("button", { name: "Вернуть" }));
    expect(await screen.findByText("Возвращено, как было до изменения")).toBeVisible();
  });

  it("of an entry that does not exist says so", async () => {
    serve();
    await renderApp("/journal?undo=99");
    expect(await within(await dialog()).findByText(/Такой записи/)).toBeVisible();
  });
});

describe("an entry that can't be undone", () => {
  it.each([
    [{ undoneBy: 9 }, "Возвращено.", undefined],
    [{ outcome: "unknown" }, /Неизвестно, сделано ли это/, undefined],
    [{ fields: { password: "***" }, before: {} }, /не хранит пароли/, "Задать новый пароль"],
    [{ operation: "PUT /sip" }, /удалением/, "Открыть аккаунт"],
    [{ operation: "DELETE /sip/{id}" }, /не вернуть/, "Создать такой же"],
  ] as const)("%o says why, and what to do instead", async (changes, why, next) => {
    serve(entryOf(changes));
    await renderApp("/journal");
    const text = await screen.findByText(why);
    expect(screen.queryByRole("button", { name: /^Вернуть/ })).toBeNull();
    const links = within(text).queryAllByRole("link");
    expect(links.map((link) => link.textContent)).toEqual(next === undefined ? [] : [next]);
  });

  it("leads to a new account that begins like the deleted one", async () => {
    serve(
      entryOf({
        operation: "DELETE /sip/{id}",
        fields: {},
        before: { name: "Приёмная", number: 777, role: "2 этаж" },
      }),
    );
    const { user } = await renderApp("/journal");
    await user.click(await screen.findByRole("link", { name: "Создать такой же" }));
    const form = within(await dialog());
    expect(await form.findByDisplayValue("Приёмная")).toBeVisible();
    expect(form.getByDisplayValue("777")).toBeVisible();
    expect(form.getByDisplayValue("2 этаж")).toBeVisible();
  });
});
