import "fake-indexeddb/auto";
import { act, screen, waitFor } from "@testing-library/react";
import { deleteDB } from "idb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { paths } from "#paths";
import { VERA } from "./testing/login.ts";
import { answerOwn, requireLogin } from "./testing/login.ts";
import { renderApp } from "./testing/renderApp.tsx";
import { accountAt, requests } from "./testing/sandbox.ts";
import { setOffline } from "./testing/statuses.ts";
import { lastSnapshotAt } from "#features/status/watch/observer.ts";

const STATUSES = ["listSipStatuses"];
const { home, sip, status, externalNumbers, smartNumbers, voicemail, directions } = paths;
const { alerts, journal, users, sipAccount } = paths;

beforeEach(() => {
  const { id } = accountAt(0);
  localStorage.setItem("pult.watched.sandbox", JSON.stringify([id]));
  setOffline([]);
  answerOwn("GET /alerts/rules", () => ({ items: [], channels: [], pausedUntil: null }));
  answerOwn("GET /alerts/channels", () => ({ items: [], canMail: true }));
  answerOwn("GET /alerts/deliveries", () => ({ items: [] }));
});
afterEach(async () => {
  localStorage.clear();
  await deleteDB("pult-watch-sandbox");
});

/** Polls once more, as the page's own timer would; returns how many requests that took. */
async function poll(client: Awaited<ReturnType<typeof renderApp>>["client"]): Promise<number> {
  const before = requests("GET /sip/statuses").length;
  const last = lastSnapshotAt() ?? 0;
  await act(async () => {
    // Only what somebody on the page observes is read again.
    await client.invalidateQueries({ queryKey: STATUSES });
    await vi.waitFor(() => expect(lastSnapshotAt()).toBeGreaterThan(last), 5_000);
  });
  return requests("GET /sip/statuses").length - before;
}

// @isolated, and first: what watches does so for the life of the page.
it("nobody without a star polls where no page shows a status", async () => {
  localStorage.clear();
  const { client } = await renderApp(voicemail(), { locale: "en" });
  await screen.findByRole("heading", { level: 1, name: "Voicemail" });
  expect(client.getQueryCache().find({ queryKey: STATUSES })).toBeUndefined();
});

it("a role without statuses does not ask for them", async () => {
  requireLogin({ user: { ...VERA, role: null } });
  const { client } = await renderApp(voicemail(), { locale: "en" });
  await act(() => vi.dynamicImportSettled());
  const query = client.getQueryCache().find({ queryKey: STATUSES });
  expect(query?.state.dataUpdateCount ?? 0).toBe(0);
});

it("every section tells that a starred account goes offline, and that it is back", async () => {
  const { id, number, name } = accountAt(0);
  const { client, router } = await renderApp(voicemail(), { locale: "en" });
  await waitFor(() => expect(lastSnapshotAt()).toBeGreaterThan(0), { timeout: 10_000 });
  const sections = [home(), sip(), sipAccount(id), status(), externalNumbers(), smartNumbers()];
  for (const path of [...sections, voicemail(), directions(), alerts(), journal(), users()]) {
    // oxlint-disable no-await-in-loop -- one after the other
    await act(() => router.navigate(path));
    setOffline([id]);
    await poll(client);
    const drop = await screen.findByText(new RegExp(`^${number} ${name}: offline\\.`));
    expect(drop).toBeVisible();
    setOffline([]);
    await poll(client);
    const back = await screen.findByText(`${number} ${name}: back online`);
    expect(back).toBeVisible();
    expect(drop).not.toBeInTheDocument();
    act(() => screen.getAllByRole("button", { name: "Close" }).at(-1)?.click());
    // oxlint-enable no-await-in-loop
  }
});
