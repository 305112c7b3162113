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

function follow() {
  const client = new QueryClient();
  client.setQueryData(["listSipAccounts"], accounts);
  const told: StatusSnapshot[] = [];
  const stop = subscribeToSnapshots(client, (snapshot) => told.push(snapshot));
  const answer = (at: number) =>
    client.setQueryData(["listSipStatuses"], statuses, { updatedAt: at });
  return { client, told, stop, answer };
}

it("reports the same response, received again, as another poll", () => {
  const { told, answer } = follow();
  answer(1000);
  answer(2000);
  expect(told.map(({ at }) => at)).toEqual([1000, 2000]);
  expect([...(told[1]?.states ?? [])]).toEqual([[1, "online"]]);
});

it("waits for the accounts, which tell who is only being created", () => {
  const { client, told, answer } = follow();
  client.removeQueries({ queryKey: ["listSipAccounts"] });
  answer(1000);
  expect(told).toEqual([]);
  client.setQueryData(["listSipAccounts"], accounts);
  expect(told).toHaveLength(1);
});

it("ignores other responses", () => {
  const { client, told, answer } = follow();
  answer(1000);
  client.setQueryData(["listSipAccounts"], list([]));
  client.setQueryData(["session"], { mode: "sandbox" });
  expect(told).toHaveLength(1);
});

it("reports nothing after unsubscribing", () => {
  const { told, stop, answer } = follow();
  stop();
  answer(1000);
  expect(told).toEqual([]);
});
