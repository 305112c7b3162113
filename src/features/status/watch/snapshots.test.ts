import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { subscribeToSnapshots } from "./snapshots.ts";
import type { StatusSnapshot } from "./observe.ts";

const list = (items: object[]) => ({
  items,
  invalidRows: [],
  total: undefined,
  complete: true,
  truncated: false,
});
const accounts = list([{ id: 1, name: "Склад", number: 200, finally_created: true }]);
const statuses = list([{ id: 1, name: "Склад", on_line: true }]);

function subscribe() {
  const client = new QueryClient();
  client.setQueryData(["listSipAccounts"], accounts);
  const reported: StatusSnapshot[] = [];
  const stop = subscribeToSnapshots(client, (snapshot) => reported.push(snapshot));
  const answer = (at: number) =>
    client.setQueryData(["listSipStatuses"], statuses, { updatedAt: at });
  return { client, reported, stop, answer };
}

it("reports the same response, received again, as another poll", () => {
  const { reported, answer } = subscribe();
  answer(1000);
  answer(2000);
  expect(reported.map(({ at }) => at)).toEqual([1000, 2000]);
  expect([...(reported[1]?.states ?? [])]).toEqual([[1, "online"]]);
});

it("waits for the accounts, which show who is being created", () => {
  const { client, reported, answer } = subscribe();
  client.removeQueries({ queryKey: ["listSipAccounts"] });
  answer(1000);
  expect(reported).toEqual([]);
  client.setQueryData(["listSipAccounts"], accounts);
  expect(reported).toHaveLength(1);
});

it("ignores other responses", () => {
  const { client, reported, answer } = subscribe();
  answer(1000);
  client.setQueryData(["listSipAccounts"], list([]));
  client.setQueryData(["session"], { mode: "sandbox" });
  expect(reported).toHaveLength(1);
});

it("reports nothing after unsubscribing", () => {
  const { reported, stop, answer } = subscribe();
  stop();
  answer(1000);
  expect(reported).toEqual([]);
});
