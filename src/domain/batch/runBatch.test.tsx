import "fake-indexeddb/auto";
import { QueryClient } from "@tanstack/react-query";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { accountAt, fault, office, requests, server } from "#app/testing/sandbox.ts";
import { startLocale } from "#i18n/messages.ts";
import { loadTexts, text } from "#i18n/texts.ts";
import { countRows, type NewRow } from "./batch.ts";
import { continueBatch, retryFailed, startBatch, stopBatch } from "./runBatch.ts";
import { batchState, closeBatch, restoreBatch } from "./state.ts";
import { loadBatch, saveBatch } from "./store.ts";

const client = new QueryClient();
const CREATE = "PUT /sip";

beforeEach(async () => {
  startLocale();
  await loadTexts("common", "domain/batch");
});
afterEach(() => closeBatch());

function newAccount(number: number, name = `Новый ${number}`): NewRow {
  return {
    number: String(number),
    name,
    step: { kind: "createAccount", body: { name, number, sip_timeout: 30 } },
  };
}
const newAccounts = (n: number) => Array.from({ length: n }, (_, index) => newAccount(700 + index));
const rows = () => batchState.get()?.rows ?? [];
const counts = () => countRows(rows());
const create = (n: number) => startBatch(client, { purpose: "create" }, newAccounts(n));
const numbers = () => [...office().accounts.values()].map(({ number }) => number);

it("sends each row once, with one batch for the journal, and keeps what was created", async () => {
  const sent: (string | null)[] = [];
  server.events.on("request:start", ({ request }) => {
    if (request.method === "PUT") sent.push(request.headers.get("X-Pult-Batch"));
  });
  await create(5);
  server.events.removeAllListeners();
  expect(counts()).toMatchObject({ done: 5, open: 0 });
  expect(new Set(sent)).toEqual(new Set([batchState.get()?.batch.id]));
  expect(sent).toHaveLength(5);
  const ids = rows().map(({ createdId }) => office().accounts.get(createdId ?? 0)?.number);
  expect(ids).toEqual([700, 701, 702, 703, 704]);
  expect((await loadBatch())?.rows).toEqual(rows());
});

it("has at most two under way at the same time", async () => {
  let now = 0;
  let most = 0;
  server.use(
    http.put("*/api/v1/sip", async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve));
      now -= 1;
      return HttpResponse.json({ success: true });
    }),
  );
  await create(9);
  expect(most).toBe(2);
});

describe("a row that the provider refuses", () => {
  it("fails with the provider's words, the others are done, and a retry sends it alone", async () => {
    const taken = accountAt(0).number;
    await startBatch(client, { purpose: "create" }, [newAccount(taken), ...newAccounts(2)]);
    expect(counts()).toMatchObject({ done: 2, failed: 1 });
    expect(rows()[0]?.reason).toMatch(/number|занят|taken/i);
    accountAt(0).number = 999;
    await retryFailed(client);
    expect(counts()).toMatchObject({ done: 3, failed: 0 });
    expect(rows()[0]?.reason).toBeUndefined();
    expect(requests(CREATE)).toHaveLength(4);
  });

  it("stops the batch where ten fail one after another", async () => {
    fault({ operation: CREATE, fault: "status:422" });
    await create(30);
    expect(counts().failed).toBeLessThan(13);
    expect(counts().open).toBeGreaterThan(17);
    expect(batchState.get()?.stoppedBy).toBe(text("batch.failuresInRow"));
  });
});

describe("an answer that was lost", () => {
  it("is looked up: what was done is not sent again", async () => {
    fault({ operation: CREATE, fault: "drop", after: true, times: 1 });
    await create(2);
    expect(counts()).toMatchObject({ done: 2 });
    expect(requests(CREATE)).toHaveLength(2);
    expect(numbers().filter((number) => number >= 700)).toEqual([700, 701]);
  });

  it("stays unknown where it can't be looked up; going on looks it up first", async () => {
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    fault(
      { operation: CREATE, fault: "drop", after: true, times: 1 },
      { operation: "GET /sip", fault: "status:500" },
    );
    await create(1);
    expect(counts()).toMatchObject({ unknown: 1 });
    fault();
    const running = continueBatch(client);
    await vi.advanceTimersByTimeAsync(30_000);
    await running;
    expect(counts()).toMatchObject({ done: 1 });
    expect(requests(CREATE)).toHaveLength(1);
  });
});

it("stops where nothing gets through, and goes on where it was", async () => {
  fault({ operation: CREATE, fault: "status:401" });
  await create(6);
  expect(counts().open).toBeGreaterThanOrEqual(4);
  expect(batchState.get()?.stoppedBy).toBeDefined();
  fault();
  await retryFailed(client);
  expect(counts()).toMatchObject({ done: 6 });
});

it("waits as long as the provider asks, and sends what it refused then", async () => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  fault({ operation: CREATE, fault: "status:429", times: 1 });
  const running = create(3);
  await vi.waitFor(() => expect(batchState.get()?.waitsUntil).toBeGreaterThan(Date.now()));
  await vi.advanceTimersByTimeAsync(60_000);
  await running;
  expect(counts()).toMatchObject({ done: 3 });
  expect(requests(CREATE)).toHaveLength(4);
});

it("sends nothing more once it is stopped, and the rest when it goes on", async () => {
  const unsubscribe = batchState.subscribe(() => {
    if (counts().done < 3) return;
    unsubscribe();
    stopBatch();
  });
  await create(20);
  const { done } = counts();
  expect(requests(CREATE)).toHaveLength(done);
  expect(done).toBeLessThan(20);
  await continueBatch(client);
  expect(counts()).toMatchObject({ done: 20 });
  expect(new Set(numbers()).size).toBe(numbers().length);
});

it("of another visit is restored: a row that was under way is looked up before it is sent", async () => {
  const batch = { id: "ab12", purpose: "create", createdAt: 1 } as const;
  const [first, second] = newAccounts(2);
  if (first === undefined || second === undefined) throw new Error("no rows");
  // The first one was created, and its answer never seen.
  const created = await fetch("/api/v1/sip", {
    method: "PUT",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(first.step.kind === "createAccount" ? first.step.body : {}),
  });
  expect(created.ok).toBe(true);
  await saveBatch({
    batch,
    rows: [
      { ...first, id: 0, status: "sending", at: 1 },
      { ...second, id: 1, status: "open" },
    ],
  });
  await restoreBatch();
  expect(counts()).toMatchObject({ sending: 1, open: 1 });
  await continueBatch(client);
  expect(counts()).toMatchObject({ done: 2 });
  expect(requests(CREATE)).toHaveLength(2);
});

it("in order sends nothing after a step that failed", async () => {
  const { id, name } = accountAt(0);
  const steps: NewRow[] = [
    { number: "1", name, step: { kind: "activateScenario", id, name: "нет такого" } },
    { number: "1", name, step: { kind: "deleteAccount", id } },
  ];
  await startBatch(client, { purpose: "leave", inOrder: true }, steps);
  expect(rows().map(({ status }) => status)).toEqual(["failed", "open"]);
  expect(rows()[0]?.reason).toBe(text("batch.noScenario"));
  expect(requests("DELETE /sip/{id}")).toHaveLength(0);
});

it("in order sends nothing after a step of which nobody knows whether it is done", async () => {
  const { id, name } = accountAt(0);
  const body = {
    name: "Новый",
    sequence_rule: "single",
    sip_timeout: 0,
    voicemail: false,
  } as const;
  fault(
    { operation: "POST /sip/{id}/scenarios", fault: "status:504", after: true, times: 1 },
    { operation: "GET /sip/{id}", fault: "status:500" },
  );
  await startBatch(client, { purpose: "leave", inOrder: true }, [
    { number: "1", name, step: { kind: "createScenario", id, body } },
    { number: "1", name, step: { kind: "deleteAccount", id } },
  ]);
  expect(rows().map(({ status }) => status)).toEqual(["unknown", "open"]);
  expect(batchState.get()?.stoppedBy).toBe(text("batch.stepFailed"));
});
