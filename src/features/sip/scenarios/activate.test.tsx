import { onlineManager } from "@tanstack/react-query";
import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it, onTestFinished } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, requests, server } from "#app/testing/sandbox.ts";
import { accountQuery, accountsQuery } from "#domain/sip/queries.ts";
import { scenariosQuery } from "#domain/scenarios/queries.ts";

const PATCH = "PATCH /sip/{id}/scenarios/{sid}";
const LIST = "GET /sip/{id}/scenarios";
const NAMES = ["День", "Вечер", "Ночь"];
const section = () => within(screen.getByRole("region", { name: "Сценарии" }));
/** The names of the scenarios that are shown as active. */
const active = () =>
  screen
    .queryAllByText("Активный")
    .map((mark) => mark.closest("li")?.querySelector("h3")?.textContent);
const button = (name: string) => section().getByRole("button", { name: `Включить «${name}»` });
const undo = () => screen.findByRole("button", { name: "Вернуть" });
const findId = (name: string) => accountAt(0).scenarios.find((each) => each.name === name)?.id;
const findActive = (...names: string[]) => waitFor(() => expect(active()).toEqual(names));
/** The scenarios as the sandbox holds them. */
const savedActive = () =>
  accountAt(0).scenarios.find(({ id }) => id === accountAt(0).activeId)?.name;
const activated = () =>
  requests(PATCH).map(({ path }) => {
    const id = Number(path.split("/").at(-1));
    return accountAt(0).scenarios.find((each) => each.id === id)?.name;
  });

/** Holds the first activation until `release`; then it fails with a status, or succeeds. */
function holdFirst(failure?: number): { release: () => void } {
  const opened = new AbortController();
  const gate = new Promise((resolve) => {
    opened.signal.addEventListener("abort", resolve);
  });
  let first = true;
  server.use(
    http.patch("*/api/v1/sip/:id/scenarios/:sid", async ({ params }) => {
      // Returns nothing, so the sandbox responds.
      if (!first) return undefined;
      first = false;
      await gate;
      if (failure !== undefined) return HttpResponse.json({}, { status: failure });
      accountAt(0).activeId = Number(params["sid"]);
      return HttpResponse.json({ success: true });
    }),
  );
  return { release: () => opened.abort() };
}

async function open() {
  const account = accountAt(0);
  const [first] = account.scenarios;
  if (first === undefined) throw new Error("no scenario");
  account.scenarios = NAMES.map((name, index) => ({ ...first, id: 9001 + index, name }));
  account.activeId = 9001;
  const app = await renderApp(`/sip/${account.id}`);
  await section().findByText("Активный");
  const { client } = app;
  const cached = () => ({
    scenarios: client
      .getQueryData(scenariosQuery(account.id).queryKey)
      ?.items.filter((each) => each.active)
      .map(({ name }) => name),
    account: client
      .getQueryData(accountQuery(account.id).queryKey)
      ?.sip_scenarios.filter((each) => each.active)
      .map(({ name }) => name),
    row: client.getQueryData(accountsQuery().queryKey)?.items.find(({ id }) => id === account.id)
      ?.active_sip_scenario?.name,
  });
  /** Every set of active scenarios that was on screen, without repetitions. */
  const seen: string[] = [];
  const record = () => {
    const now = active().join();
    if (seen.at(-1) !== now) seen.push(now);
  };
  record();
  const observer = new MutationObserver(record);
  observer.observe(document.body, { childList: true, subtree: true });
  onTestFinished(() => observer.disconnect());
  /** Waits until no request is in flight. */
  const settled = () => waitFor(() => expect(client.isMutating() + client.isFetching()).toBe(0));
  return { ...app, cached, seen, settled };
}

describe("activating a scenario", () => {
  it("shows at once, before the response, everywhere, and moves no card", async () => {
    const { user, cached, client } = await open();
    await client.prefetchQuery(accountsQuery());
    fault({ operation: PATCH, fault: "hang" });
    await user.click(button("Вечер"));
    expect(active()).toEqual(["Вечер"]);
    await waitFor(() =>
      expect(cached()).toEqual({ scenarios: ["Вечер"], account: ["Вечер"], row: "Вечер" }),
    );
    const names = section().getAllByRole("heading", { level: 3 });
    expect(names.map(({ textContent }) => textContent)).toEqual(NAMES);
    expect(screen.getByRole("heading", { name: "Вечер" })).toHaveFocus();
    expect(screen.queryByText(/Активен/)).toBeNull();
    fault();
  });

  it("shows a toast once it succeeds, and can be undone with one click", async () => {
    const { user, settled, seen } = await open();
    await user.click(button("Вечер"));
    expect(await screen.findByText(/теперь идут по сценарию «Вечер»/)).toBeVisible();
    expect(savedActive()).toBe("Вечер");
    await user.click(await undo());
    expect(active()).toEqual(["День"]);
    expect(await screen.findByText(/теперь идут по сценарию «День»/)).toBeVisible();
    expect(screen.queryByText(/теперь идут по сценарию «Вечер»/)).toBeNull();
    await settled();
    expect(savedActive()).toBe("День");
    expect(seen).toEqual(["День", "Вечер", "День"]);
  });

  it("can be undone from another page", async () => {
    const { user, router } = await open();
    await user.click(button("Вечер"));
    const button_ = await undo();
    await act(() => router.navigate("/sip"));
    await user.click(button_);
    expect(await screen.findByText(/теперь идут по сценарию «День»/)).toBeVisible();
    expect(savedActive()).toBe("День");
  });

  it("has no undo when none was active before", async () => {
    const { user, client } = await open();
    accountAt(0).activeId = null;
    await act(() => client.refetchQueries({ queryKey: ["listScenarios"] }));
    await findActive();
    await user.click(button("Ночь"));
    expect(await screen.findByText(/теперь идут по сценарию «Ночь»/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Вернуть" })).toBeNull();
  });

  it("sends one request however often one clicks", async () => {
    const { user, settled } = await open();
    fault({ operation: PATCH, fault: "latency:50" });
    const target = button("Вечер");
    await user.dblClick(target);
    act(() => target.click());
    await settled();
    expect(activated()).toEqual(["Вечер"]);
    expect(active()).toEqual(["Вечер"]);
  });
});

describe("an activation that fails", () => {
  it.each([
    ["status:403", "Провайдер отказал в доступе"],
    ["success-false", "Провайдер этого не принял"],
    ["status:500", "Сбой на стороне провайдера"],
    ["drop", "Нет связи с сервером"],
    ["html", "Ответ провайдера не удалось понять"],
  ])("with %s is rolled back and shown once, and can be retried", async (kind, reason) => {
    const { user, cached, client, settled, seen } = await open();
    await client.prefetchQuery(accountsQuery());
    fault({ operation: PATCH, fault: kind });
    await user.click(button("Вечер"));
    expect(await screen.findByText(`«Вечер» не стал активным. ${reason}.`)).toBeVisible();
    await findActive("День");
    expect(cached()).toEqual({ scenarios: ["День"], account: ["День"], row: "День" });
    await settled();
    expect(seen).toEqual(["День", "Вечер", "День"]);
    expect(requests(PATCH)).toHaveLength(1);
    fault();
    await user.click(button("Вечер"));
    expect(await screen.findByText(/теперь идут по сценарию «Вечер»/)).toBeVisible();
    expect(screen.queryByText(/не стал активным/)).toBeNull();
  });

  it("because the scenario was deleted keeps the others", async () => {
    const { user } = await open();
    const account = accountAt(0);
    account.scenarios = account.scenarios.filter(({ name }) => name !== "Ночь");
    await user.click(button("Ночь"));
    expect(
      await screen.findByText(/«Ночь» не стал активным. Провайдер этого больше/),
    ).toBeVisible();
    await waitFor(() => expect(screen.queryByRole("heading", { name: "Ночь" })).toBeNull());
    await findActive("День");
  });

  it.each(["drop", "truncate"])(
    "after an unclear response (%s) is looked up and succeeds",
    async (kind) => {
      const { user, seen, settled } = await open();
      fault({ operation: PATCH, fault: kind, after: true });
      await user.click(button("Вечер"));
      expect(await screen.findByText(/теперь идут по сценарию «Вечер»/)).toBeVisible();
      await settled();
      expect(seen).toEqual(["День", "Вечер"]);
      expect(savedActive()).toBe("Вечер");
      fault();
      await user.click(await undo());
      expect(await screen.findByText(/теперь идут по сценарию «День»/)).toBeVisible();
    },
  );

  it("shows what a colleague activated meanwhile", async () => {
    const { user } = await open();
    fault({ operation: PATCH, fault: "status:500" });
    accountAt(0).activeId = findId("Ночь") ?? null;
    await user.click(button("Вечер"));
    expect(await screen.findByText(/«Вечер» не стал активным/)).toBeVisible();
    await findActive("Ночь");
  });

  it("and can't be looked up is shown as unclear, and the list as stale", async () => {
    const { user } = await open();
    fault({ operation: PATCH, fault: "drop", after: true }, { operation: LIST, fault: "drop" });
    await user.click(button("Вечер"));
    const toast = /Неизвестно, активен ли «Вечер». Нет связи с сервером/;
    expect(await screen.findByText(toast)).toBeVisible();
    await findActive("День");
    expect(await section().findByText(/Не удалось обновить: сценарии/)).toBeVisible();
    fault();
    await user.click(section().getByRole("button", { name: "Повторить" }));
    await findActive("Вечер");
  });
});

it("without a network is rolled back at once: nothing was sent", async () => {
  const { user } = await open();
  fault({ operation: "*", fault: "drop" });
  onlineManager.setOnline(false);
  onTestFinished(() => onlineManager.setOnline(true));
  await user.click(button("Вечер"));
  expect(await screen.findByText(/Неизвестно, активен ли «Вечер»/)).toBeVisible();
  await findActive("День");
  expect(screen.queryByText(/теперь идут по сценарию «Вечер»/)).toBeNull();
});

async function pressTwo(failure?: number) {
  const app = await open();
  const { release } = holdFirst(failure);
  await app.user.click(button("Вечер"));
  await app.user.click(button("Ночь"));
  expect(active()).toEqual(["Ночь"]);
  // The second one waits for the first.
  expect(requests(PATCH)).toEqual([]);
  return { ...app, release };
}

describe("two activations, one soon after the other", () => {
  it("are sent in order, and the last one stays on screen", async () => {
    const { user, seen, settled, release } = await pressTwo();
    release();
    expect(await screen.findByText(/теперь идут по сценарию «Ночь»/)).toBeVisible();
    await settled();
    expect(seen).toEqual(["День", "Вечер", "Ночь"]);
    expect(savedActive()).toBe("Ночь");
    expect(screen.queryByText(/теперь идут по сценарию «Вечер»/)).toBeNull();
    await user.click(await undo());
    expect(await screen.findByText(/теперь идут по сценарию «Вечер»/)).toBeVisible();
  });

  it("do not flicker when the list is refetched in between", async () => {
    const { client, seen, settled, release } = await pressTwo();
    await act(() => client.refetchQueries({ queryKey: ["listScenarios"] }));
    expect(active()).toEqual(["Ночь"]);
    release();
    await settled();
    expect(seen).toEqual(["День", "Вечер", "Ночь"]);
    expect(savedActive()).toBe("Ночь");
  });

  it("end with the last one though the first one failed, and undo skips the failed one", async () => {
    const { user, seen, settled, release } = await pressTwo(500);
    release();
    expect(await screen.findByText(/теперь идут по сценарию «Ночь»/)).toBeVisible();
    await settled();
    expect(seen).toEqual(["День", "Вечер", "Ночь"]);
    expect(screen.queryByText(/не стал активным/)).toBeNull();
    await user.click(await undo());
    expect(await screen.findByText(/теперь идут по сценарию «День»/)).toBeVisible();
  });

  it.each([
    ["the first, when the last one failed", undefined, "Вечер"],
    ["neither, when both failed", 403, "День"],
  ])("end with %s", async (_, failure, name) => {
    fault({ operation: PATCH, fault: "status:403" });
    const { seen, settled, release } = await pressTwo(failure);
    release();
    expect(await screen.findByText(/«Ночь» не стал активным. Провайдер отказал/)).toBeVisible();
    await settled();
    expect(seen).toEqual(["День", "Вечер", "Ночь", name]);
    expect(savedActive()).toBe(name);
  });
});
