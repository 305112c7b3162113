import { expect, test } from "vitest";
import * as z from "zod/mini";
import { listSipAccounts } from "#api/sip.ts";
import { listNumbers } from "#api/lookupLists.ts";
import { declaredQuery } from "./query.ts";
import { ProxyError } from "./proxyError.ts";

test("Validates a query the same way every time, whatever came in between", () => {
  for (let page = 1; page <= 700; page++) {
    expect(declaredQuery(listSipAccounts, `x=1&page=${page}`)).toBe(`?page=${page}`);
    expect(declaredQuery(listSipAccounts, "page=2&limit=100")).toBe("?page=2&limit=100");
    expect(declaredQuery(listSipAccounts, "")).toBe("");
    expect(() => declaredQuery(listSipAccounts, "page=0")).toThrow(ProxyError);
  }
});

test("Accepts only the keys that the operation itself declares", () => {
  const other = {
    ...listNumbers,
    name: "other",
    query: z.object({ since: z.optional(z.string()) }),
  };
  expect(declaredQuery(listNumbers, "page=3")).toBe("?page=3");
  expect(declaredQuery(other, "page=3")).toBe("");
});
