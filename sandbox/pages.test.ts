import { afterAll, beforeAll, expect, it } from "vitest";
import { at, startTestSandbox, type TestSandbox } from "./testing.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ accounts: 250 });
});
afterAll(() => sandbox.close());

const listed = async (query: string) => (await sandbox.api("GET", `/sip${query}`)).json;
const count = (json: unknown) => Object(at(json, "data")).length;

it("gives 15 rows unless asked, in Laravel's shape", async () => {
  const json = await listed("?page=2");
  expect(count(json)).toBe(15);
  const { data: _, ...rest } = Object(json);
  expect(rest).toEqual({
    current_page: 2,
    first_page_url: "http://localhost/api/v1/sip?page=1",
    from: 16,
    last_page: 17,
    last_page_url: "http://localhost/api/v1/sip?page=17",
    next_page_url: "http://localhost/api/v1/sip?page=3",
    path: "http://localhost/api/v1/sip",
    per_page: 15,
    prev_page_url: "http://localhost/api/v1/sip?page=1",
    to: 30,
    total: 250,
    success: true,
  });
});

it.each([
  ["?limit=100", 100, 3],
  ["?limit=1000", 100, 3],
  ["?limit=100&page=3", 50, 3],
  ["?limit=abc&page=-1", 15, 17],
])("%s gives %i rows of %i pages", async (query, rows, pages) => {
  const json = await listed(query);
  expect([count(json), at(json, "last_page")]).toEqual([rows, pages]);
});

it("gives an empty page beyond the last", async () => {
  const json = await listed("?page=18");
  expect(json).toMatchObject({ data: [], current_page: 18, from: null, to: null, total: 250 });
  expect(at(json, "next_page_url")).toBeNull();
});

it("gives every account once, and the statuses of the same ones", async () => {
  const ids = { accounts: new Set<unknown>(), statuses: new Set<unknown>() };
  for (const page of [1, 2, 3]) {
    const asked = `?limit=100&page=${page}`;
    const statuses = (await sandbox.api("GET", `/sip/statuses${asked}`)).json;
    for (const { id } of Object(at(await listed(asked), "data"))) ids.accounts.add(id);
    for (const { id } of Object(at(statuses, "data"))) ids.statuses.add(id);
  }
  expect(ids.accounts.size).toBe(250);
  expect(ids.statuses).toEqual(ids.accounts);
});

it("pages smart numbers, whose user travels in a body and whose page in the query", async () => {
  const body = { user_id: 12 };
  const { json } = await sandbox.api("GET", "/smart-numbers?page=2", { body });
  expect(json).toMatchObject({ current_page: 2, last_page: 2, total: 17 });
  expect(count(json)).toBe(2);
  const viaQuery = await sandbox.api("GET", "/smart-numbers?user_id=12&page=2");
  expect(viaQuery.json).toEqual(json);
});
