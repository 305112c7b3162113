import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import type { JournalEntry } from "#api/journal.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { server } from "#app/testing/sandbox.ts";

const ENTRY: JournalEntry = {
  id: 7,
  at: "2026-01-15T12:00:00.000Z",
  actor: "anonymous",
  operation: "PATCH /sip/{id}",
  object: { kind: "sip", id: "25", number: "214", name: "Приёмная" },
  fields: { name: "Ресепшен", number: 214, password: "***" },
  before: { name: "Приёмная", number: 214 },
  outcome: "done",
  message: null,
  batch: null,
  undoes: null,
  undoneBy: null,
};

/** Responds to the journal's read; returns the queries that were sent. */
function serveJournal(...pages: { items: JournalEntry[]; next: number | null }[]) {
  const queries: string[] = [];
  server.use(
    http.get("*/api/pult/journal", ({ request }) => {
      queries.push(new URL(request.url).searchParams.toString());
      return HttpResponse.json(pages.length > 1 ? pages.shift() : pages[0]);
    }),
  );
  return queries;
}

const openJournal = () => renderApp("/journal");

const textOf = (element: HTMLElement | undefined) => element?.textContent ?? "";

describe("an entry of the journal", () => {
  it("shows what changed, from what and to what, and leaves out what did not", async () => {
    serveJournal({ items: [ENTRY], next: null });
    await openJournal();
    const link = await screen.findByRole("link", { name: "214 Приёмная" });
    expect(link).toHaveAttribute("href", "/sip/25");
    const row = link.closest("li") ?? document.body;
    expect(textOf(row)).toContain("Изменён аккаунт");
    expect(within(row).getAllByRole("term").map(textOf)).toEqual(["Имя", "Пароль"]);
    expect(within(row).getAllByRole("definition").map(textOf)).toEqual([
      "было Приёмная → стало Ресепшен",
      "стало ***",
    ]);
    expect(textOf(row)).not.toContain("anonymous");
  });

  it("shows what was deleted, without a link to it", async () => {
    const deleted = { ...ENTRY, operation: "DELETE /sip/{id}", fields: {} };
    serveJournal({ items: [deleted], next: null });
    await openJournal();
    const name = await screen.findByText("214 Приёмная");
    expect(name.closest("a")).toBeNull();
    expect(textOf(name.closest("li") ?? undefined)).toContain("было Приёмная");
  });

  it.each([
    ["refused", "Не сделано: «No access»"],
    ["unknown", "Неизвестно, сделано ли: «No access»"],
  ] as const)("that is %s quotes the provider", async (outcome, text) => {
    serveJournal({ items: [{ ...ENTRY, outcome, message: "No access" }], next: null });
    await openJournal();
    expect(await screen.findByText(text)).toBeVisible();
  });

  it("tells changes of people and sign-ins in words", async () => {
    const vera = { kind: "user", id: "8", number: null, name: "vera" } as const;
    const changed = {
      ...ENTRY,
      operation: "PATCH /users/{id}",
      object: vera,
      fields: { role: "support", isDisabled: true },
      before: { role: "admin", isDisabled: false },
    };
    const fields = { address: "192.0.2.7" };
    const signedIn = { ...changed, id: 6, operation: "POST /sign-in", fields, before: null };
    serveJournal({ items: [changed, signedIn], next: null });
    await openJournal();
    expect((await screen.findAllByRole("term")).map(textOf)).toEqual([
      "Роль",
      "Отключён",
      "С адреса",
    ]);
    expect(screen.getAllByRole("definition").map(textOf)).toEqual([
      "было Администратор → стало Поддержка",
      "было нет → стало да",
      "стало 192.0.2.7",
    ]);
  });

  it("of an operation that a newer Pult knows is shown by its name", async () => {
    serveJournal({ items: [{ ...ENTRY, operation: "POST /fax" }], next: null });
    await openJournal();
    expect(await screen.findByText(/POST \/fax/)).toBeVisible();
  });
});

describe("the journal", () => {
  it("loads earlier entries on demand", async () => {
    const queries = serveJournal(
      { items: [ENTRY], next: 7 },
      { items: [{ ...ENTRY, id: 6, object: { ...ENTRY.object, name: "Склад" } }], next: null },
    );
    const { user } = await openJournal();
    await user.click(await screen.findByRole("button", { name: "Показать более ранние" }));
    expect(await screen.findByRole("link", { name: "214 Склад" })).toBeVisible();
    expect(await screen.findByText("Показано 2 изменения")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Показать более ранние" })).toBeNull();
    expect(queries).toEqual(["limit=50", "limit=50&before=7"]);
  });

  it("keeps its filters in the address, and clears them", async () => {
    const queries = serveJournal({ items: [], next: null });
    const { user, address } = await openJournal();
    await screen.findByText("Изменений ещё не было");
    await user.selectOptions(screen.getByLabelText("Что"), "внешние номера");
    await user.selectOptions(screen.getByLabelText("Итог"), "Не сделано");
    expect(address()).toBe("/journal?kind=external&outcome=refused");
    await waitFor(() => expect(queries.at(-1)).toBe("limit=50&kind=external&outcome=refused"));
    await user.click(await screen.findByRole("button", { name: "Сбросить фильтры" }));
    expect(address()).toBe("/journal");
  });

  it("is filtered by the header's search", async () => {
    const queries = serveJournal({ items: [ENTRY], next: null });
    const { user } = await openJournal();
    await user.type(await screen.findByRole("searchbox"), "214");
    await waitFor(() => expect(queries.at(-1)).toContain("search=214"));
  });

  it("says why it can't be read", async () => {
    server.use(
      http.get("*/api/pult/journal", () =>
        HttpResponse.json(
          { message: "full", code: 503, proxy: "store-failed", store: "full" },
          { status: 503, headers: { "X-Request-Id": "a1b2" } },
        ),
      ),
    );
    await openJournal();
    expect(await screen.findByText(/На диске его базы нет места/)).toBeVisible();
  });
});
