import { afterAll, beforeAll, expect, it } from "vitest";
import { at, startTestSandbox, type TestSandbox } from "./testing.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ accounts: 250 });
});
afterAll(() => sandbox.close());

const listAccounts = async (query: string) => (await sandbox.api("GET", `/sip${query}`)).json;
const countRows = (json: unknown) => Object(at(json, "data")).length;

it("a list has 15 rows by default, in Laravel's pagination format", async () => {
  const json = await listAccounts("?page=2");
  expect(countRows(json)).toBe(15);
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
])("%s returns %i rows and counts %i pages", async (query, rows, pages) => {
  const json = await listAccounts(query);
  expect([countRows(json), at(json, "last_page")]).toEqual([rows, pages]);
});

it("a page after the last one is empty", async () => {
  const json = await listAccounts("?page=18");
  expect(json).toMatchObject({ data: [], current_page: 18, from: null, to: null, total: 250 });
  expect(at(json, "next_page_url")).toBeNull();
});

it("paging visits every account once, and the same accounts' statuses", async () => {
  const ids = { accounts: new Set<unknown>(), statuses: new Set<unknown>() };
  for (const page of [1, 2, 3]) {
    const query = `?limit=100&page=${page}`;
    const statuses = (await sandbox.api("GET", `/sip/statuses${query}`)).json;
    for (const { id } of Object(at(await listAccounts(query), "data"))) ids.accounts.add(id);
    for (const { id } of Object(at(statuses, "data"))) ids.statuses.add(id);
  }
  expect(ids.accounts.size).toBe(250);
  expect(ids.statuses).toEqual(ids.accounts);
});

it("smart numbers take the user from the body and the page from the query", async () => {
  const body = { user_id: 12 };
  const { json } = await sandbox.api("GET", "/smart-numbers?page=2", { body });
  expect(json).toMatchObject({ current_page: 2, last_page: 2, total: 17 });
  expect(countRows(json)).toBe(2);
  const viaQuery = await sandbox.api("GET", "/smart-numbers?user_id=12&page=2");
  expect(viaQuery.json).toEqual(json);
});
