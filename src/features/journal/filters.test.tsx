import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it, vi } from "vitest";
import type { JournalEntry } from "#api/journal.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { server } from "#app/testing/sandbox.ts";
import { readFilter, toJournalFilter } from "./filter.ts";

const ENTRY: JournalEntry = {
  id: 7,
  at: "2026-01-15T12:00:00.000Z",
  actor: "anna",
  operation: "PATCH /sip/{id}",
  object: { kind: "sip", id: "25", number: "214", name: "Приёмная" },
  fields: { name: "=cmd|' /C calc'!A0" },
  before: { name: "Приёмная" },
  outcome: "done",
  message: null,
  batch: null,
  undoes: null,
  undoneBy: null,
};

/** Serves pages; returns the queries that were sent. */
function serve(...pages: { items: JournalEntry[]; next: number | null }[]): URLSearchParams[] {
  const queries: URLSearchParams[] = [];
  server.use(
    http.get("*/api/pult/journal", ({ request }) => {
      queries.push(new URL(request.url).searchParams);
      return HttpResponse.json(pages.length > 1 ? pages.shift() : pages[0]);
    }),
    http.get("*/api/pult/journal/actors", () =>
      HttpResponse.json({ actors: ["anna", "anonymous", "boris"] }),
    ),
  );
  return queries;
}

describe("the journal's filters", () => {
  it("by person and days are in the address", async () => {
    const queries = serve({ items: [ENTRY], next: null });
    const { user, address } = await renderApp("/journal");
    await screen.findByText("anna", { selector: "option" });
    await user.selectOptions(screen.getByLabelText("Кто"), "boris");
    fireEvent.change(screen.getByLabelText("С"), { target: { value: "2026-01-10" } });
    fireEvent.change(screen.getByLabelText("По"), { target: { value: "2026-01-12" } });
    expect(address()).toBe("/journal?actor=boris&from=2026-01-10&to=2026-01-12");
    await waitFor(() => expect(queries.at(-1)?.get("actor")).toBe("boris"));
    await waitFor(() => expect(queries.at(-1)?.has("to")).toBe(true));
    const from = Date.parse(queries.at(-1)?.get("from") ?? "");
    const to = Date.parse(queries.at(-1)?.get("to") ?? "");
    expect(new Date(from).toString()).toContain("Jan 10 2026 00:00:00");
    expect(to - from).toBe(3 * 24 * 60 * 60_000);
  });

  it("by object names it, and is taken off by its button", async () => {
    serve({ items: [ENTRY], next: null });
    const { user, address } = await renderApp("/journal?kind=sip&object=25");
    await user.click(
      await screen.findByRole("button", { name: "Только 214 Приёмная: показать все" }),
    );
    expect(address()).toBe("/journal?kind=sip");
  });

  it.each([
    ["from=2026-02-31&to=yesterday", {}],
    ["object=25", {}],
    ["kind=fax&outcome=x", {}],
    ["kind=sip&object=25", { kind: "sip", object: "25" }],
  ])("%s", (address, expected) => {
    const { from: _, ...filter } = toJournalFilter(readFilter(new URLSearchParams(address)));
    expect(filter).toEqual({ ...expected });
  });
});

describe("a batch", () => {
  it("is one line that opens", async () => {
    const batch = "0a1b2c3d";
    const other = { ...ENTRY, id: 6, batch, outcome: "refused" as const };
    serve({ items: [{ ...ENTRY, batch }, other, { ...ENTRY, id: 5 }], next: null });
    const { user } = await renderApp("/journal");
    const opener = await screen.findByRole("button", {
      name: /2 изменения сразу: Изменён аккаунт/,
    });
    expect(screen.getByText("Не сделано: 1")).toBeVisible();
    expect(screen.getAllByRole("link", { name: "214 Приёмная" })).toHaveLength(1);
    await user.click(opener);
    expect(screen.getAllByRole("link", { name: "214 Приёмная" })).toHaveLength(3);
  });
});

/** With the mark at the beginning, which `Blob.text` drops. */
const readText = async (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () =>
      resolve(new TextDecoder("utf-8", { ignoreBOM: true }).decode(reader.result as ArrayBuffer)),
    );
    reader.readAsArrayBuffer(blob);
  });

/** The files that the page lets the browser save. */
function catchDownload() {
  const blobs: Blob[] = [];
  const saved: { name: string; text: Promise<string> }[] = [];
  vi.stubGlobal(
    "URL",
    class extends URL {
      static override createObjectURL = (blob: Blob) => `blob:${blobs.push(blob)}`;
      static override revokeObjectURL = () => undefined;
    },
  );
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, text: readText(blobs.at(-1) ?? new Blob()) });
  });
  return saved;
}

describe("the export", () => {
  it("saves all pages that the filter shows as CSV, with formulas disarmed", async () => {
    const page = { items: [ENTRY], next: 7 };
    const queries = serve(page, page, { items: [{ ...ENTRY, id: 6 }], next: null });
    const saved = catchDownload();
    const { user } = await renderApp("/journal?kind=sip");
    await user.click(await screen.findByRole("button", { name: "Скачать" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(/подходят под фильтры/)).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Скачать" }));
    expect(await screen.findByText("Скачано: 2 изменения")).toBeVisible();
    expect(queries.slice(-2).map(String)).toEqual([
      "limit=200&kind=sip",
      "limit=200&before=7&kind=sip",
    ]);
    const text = (await saved[0]?.text) ?? "";
    expect(saved[0]?.name).toMatch(/^pult-journal-\d{4}-\d\d-\d\d\.csv$/);
    expect(text.startsWith("\uFEFFВремя;Кто;Действие;")).toBe(true);
    const lines = text.trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(";anna;Изменён аккаунт;SIP-аккаунты;25;214;Приёмная;");
    expect(text).not.toMatch(/(^|;)"?[=+@-]/m);
  });

  it("saves JSON Lines with all values", async () => {
    serve({ items: [ENTRY], next: null });
    const saved = catchDownload();
    const { user } = await renderApp("/journal");
    await user.click(await screen.findByRole("button", { name: "Скачать" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("radio", { name: /JSON Lines/ }));
    await user.click(dialog.getByRole("button", { name: "Скачать" }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toMatch(/\.jsonl$/);
    expect(JSON.parse((await saved[0]?.text) ?? "")).toEqual(ENTRY);
  });

  it("tells how far it is, and ends with its dialog", async () => {
    const released = new AbortController();
    const promise = new Promise((resolve) => released.signal.addEventListener("abort", resolve));
    let aborted = false;
    serve({ items: [ENTRY], next: null });
    const saved = catchDownload();
    const { user } = await renderApp("/journal");
    await screen.findByRole("link", { name: "214 Приёмная" });
    let count = 0;
    server.use(
      http.get("*/api/pult/journal", async ({ request }) => {
        if (count++ === 0) return HttpResponse.json({ items: [ENTRY], next: 7 });
        request.signal.addEventListener("abort", () => {
          aborted = true;
          released.abort();
        });
        await promise;
        return HttpResponse.json({ items: [], next: null });
      }),
    );
    await user.click(screen.getByRole("button", { name: "Скачать" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Скачать" }));
    expect(await dialog.findByText("Прочитано: 1")).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Отмена" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(aborted).toBe(true));
    expect(saved).toEqual([]);
  });
});
