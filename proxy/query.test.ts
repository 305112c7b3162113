import { expect, test } from "vitest";
import * as z from "zod/mini";
import { listSipAccounts } from "#api/sip.ts";
import { listNumbers } from "#api/lookupLists.ts";
import { declaredQuery } from "./query.ts";
import { ProxyError } from "./proxyError.ts";

test("A query is judged alike however often it comes, and whatever came in between", () => {
  for (let page = 1; page <= 700; page++) {
    expect(declaredQuery(listSipAccounts, `x=1&page=${page}`)).toBe(`?page=${page}`);
    expect(declaredQuery(listSipAccounts, "page=2&limit=100")).toBe("?page=2&limit=100");
    expect(declaredQuery(listSipAccounts, "")).toBe("");
    expect(() => declaredQuery(listSipAccounts, "page=0")).toThrow(ProxyError);
  }
});

test("What one operation may be asked for, another is not", () => {
  const other = {
    ...listNumbers,
    name: "other",
    query: z.object({ since: z.optional(z.string()) }),
  };
  expect(declaredQuery(listNumbers, "page=3")).toBe("?page=3");
  expect(declaredQuery(other, "page=3")).toBe("");
});
