import { act, screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it, vi } from "vitest";
import { showAll } from "#app/testing/browser.ts";
import { setConnectivity } from "#common/connectivity.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, server } from "#app/testing/sandbox.ts";

beforeEach(showAll);

const section = () => screen.findByRole("region", { name: "Изменения" });

it("an account's page shows its last changes, and leads to all of them", async () => {
  const { id, name, number } = accountAt(0);
  const queries: string[] = [];
  const entry = {
    id: 7,
    at: "2026-01-15T12:00:00.000Z",
    actor: "anna",
    operation: "PATCH /sip/{id}",
    object: { kind: "sip", id: String(id), number: String(number), name },
    fields: { name },
    before: { name: "Приёмная" },
    outcome: "done",
    message: null,
    batch: null,
    undoes: null,
    undoneBy: 9,
  };
  server.use(
    http.get("*/api/pult/journal", ({ request }) => {
      queries.push(new URL(request.url).searchParams.toString());
      return HttpResponse.json({ items: [entry], next: 7 });
    }),
  );
  await renderApp(`/sip/${id}`);
  const changes = within(await section());
  expect(changes.getByRole("listitem")).toHaveTextContent(/Изменён аккаунт.*anna · Возвращено/);
  expect(changes.getByRole("definition")).toHaveTextContent(`было Приёмная → стало ${name}`);
  const all = changes.getByRole("link", { name: "Все в журнале" });
  expect(all).toHaveAttribute("href", `/journal?kind=sip&object=${id}`);
  expect(queries).toEqual([`limit=5&kind=sip&object=${id}`]);
});

it.each([
  ["/voicemail", "ещё ничего не меняли"],
  ["/smart-numbers?user=12", "ещё ничего не меняли"],
])("%s says that nothing was changed", async (address, text) => {
  await renderApp(address);
  expect(await section()).toHaveTextContent(text);
});

it("a journal that can't be read takes one line, and nothing else of the page", async () => {
  server.use(http.get("*/api/pult/journal", () => HttpResponse.error()));
  await renderApp("/voicemail");
  expect(await section()).toHaveTextContent("Журнал не загрузился");
  expect(await screen.findByRole("button", { name: "Сохранить" })).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

it("does not tell again what the frame tells for the whole page", async () => {
  const send = fetch;
  const headers = { Location: "https://login.office.example/" };
  vi.stubGlobal("fetch", async (...request: Parameters<typeof fetch>) => {
    const [to] = request;
    const isJournal = (to instanceof Request ? to.url : to.toString()).includes("/journal");
    return isJournal ? new Response(null, { status: 302, headers }) : send(...request);
  });
  await renderApp("/voicemail");
  const changes = await section();
  expect(changes).toHaveTextContent("Сеанс закончился");
  act(() => setConnectivity("login"));
  expect(changes).toHaveTextContent("причина указана вверху страницы");
  expect(screen.getAllByText(/Сеанс закончился/)).toHaveLength(1);
});
