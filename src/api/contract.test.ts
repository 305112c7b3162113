import { afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { call, buildRequest } from "./client.ts";
import { matchOperation } from "./match.ts";
import { label } from "./operation.ts";
import { operations } from "./operations.ts";
import { bodyToQuery, queryToBody, type QueryValue } from "./queryBody.ts";
import { forwardings } from "./samples/externalNumbers.ts";
import type { AnySample } from "./samples/helpers.ts";
import { sampleList, samples } from "./samples/index.ts";
import { json, stubFetch } from "./samples/stubFetch.ts";

afterEach(() => vi.unstubAllGlobals());

/**
 * The table's rows lose their operation's types; each row was type-checked where it was declared.
 */
const callSample = (row: AnySample) => call(row.operation, row.request as never);

/** The documented query; a GET's documented body is part of it, since fetch can't carry one. */
function documentedQuery({ documented: shown }: AnySample): URLSearchParams {
  const { searchParams } = new URL(shown.url);
  if (shown.method !== "GET") return searchParams;
  const body = (shown.body ?? {}) as Record<string, QueryValue>;
  return new URLSearchParams([...searchParams, ...bodyToQuery(body)]);
}

function without(body: unknown, fields: readonly string[]): Record<string, unknown> | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  return Object.fromEntries(Object.entries(body).filter(([field]) => !fields.includes(field)));
}

describe("the table of samples", () => {
  it("has the sample of every operation and no other", () => {
    expect(Object.keys(samples).sort()).toEqual(Object.keys(operations).sort());
    for (const [name, sample] of Object.entries(samples)) expect(sample.operation.name).toBe(name);
  });

  it("declares every method and path once, and every name once", () => {
    const all = Object.values(operations);
    expect(new Set(all.map(label)).size).toBe(all.length);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });
});

describe.each(sampleList.map((row) => [label(row.operation), row] as const))("%s", (_, row) => {
  const { operation, documented: shown, breaks = [] } = row;
  const url = new URL(shown.url);

  it("parses the documented response", async () => {
    stubFetch(() => json(row.response));
    const { data, createdId } = await callSample(row);
    expect(data).toStrictEqual(row.result);
    expect(createdId).toBeUndefined();
  });

  it("sends the documented method, path, query and headers, once", async () => {
    const sent = stubFetch(() => json(row.response));
    await callSample(row);
    expect(sent).toHaveLength(1);
    const [request] = sent;
    expect(request?.method).toBe(shown.method);
    expect(request?.path).toBe(url.pathname);
    expect(request?.headers.get("Accept")).toBe("application/json");
    expect(request?.headers.get("Content-Type")).toBe(
      operation.body === undefined ? null : "application/json",
    );
    expect(request?.headers.get("X-Pult")).toBe("1");
    // The proxy adds these two: the browser must know neither.
    expect(request?.headers.has("Authorization")).toBe(false);
    expect(request?.headers.has("Client")).toBe(false);
    expect(request?.query.toString()).toBe(documentedQuery(row).toString());
  });

  it("sends the documented body, without what breaks the documented limits", async () => {
    const sent = stubFetch(() => json(row.response));
    await callSample(row);
    expect(operation.body !== undefined).toBe(shown.body !== undefined);
    expect(without(sent[0]?.body, breaks)).toStrictEqual(
      operation.method === "GET" ? undefined : without(shown.body, breaks),
    );
  });

  it("passes through the proxy", () => {
    const match = matchOperation(shown.method, url.pathname);
    expect(match).toMatchObject({ found: "operation", operation: { name: operation.name } });
  });
});

/** The request with the documented body, unchanged. */
const asDocumented = ({ operation, request, documented: { body } }: AnySample) =>
  buildRequest(operation, { ...request, body } as never);
const withBody = sampleList.filter(({ documented: { body } }) => body !== undefined);
const byLabel = (rows: AnySample[]) => rows.map((row) => [label(row.operation), row] as const);

describe("the documented example bodies", () => {
  it.each(byLabel(withBody.filter(({ breaks }) => breaks === undefined)))("%s: sent", (_, row) => {
    expect(() => asDocumented(row)).not.toThrow();
  });

  it.each(byLabel(withBody.filter(({ breaks }) => breaks !== undefined)))(
    "%s: rejected, by its own limits",
    (_, row) => {
      expect(() => asDocumented(row)).toThrow(z.core.$ZodError);
    },
  );
});

describe("a GET with a body, between browser and proxy", () => {
  const { listExternalStatuses, listSmartNumbers } = operations;

  it("sends logins as logins[]=a&logins[]=b, and restores them", async () => {
    const sent = stubFetch(() => json(samples.listExternalStatuses.response));
    await call(listExternalStatuses, { body: { logins: ["a", "b c&d"] } });
    const query = sent[0]?.query ?? new URLSearchParams();
    expect([...query]).toEqual([
      ["logins[]", "a"],
      ["logins[]", "b c&d"],
    ]);
    expect(sent[0]?.body).toBeUndefined();
    expect(queryToBody(listExternalStatuses.body, query)).toEqual({ logins: ["a", "b c&d"] });
  });

  it("sends no logins as no query, and restores the documented empty list", async () => {
    const sent = stubFetch(() => json(samples.listExternalStatuses.response));
    await call(listExternalStatuses, samples.listExternalStatuses.request);
    const query = sent[0]?.query ?? new URLSearchParams("?x");
    expect(query.size).toBe(0);
    expect(queryToBody(listExternalStatuses.body, query)).toEqual(
      samples.listExternalStatuses.documented.body,
    );
  });

  it("keeps a login of digits a text", () => {
    const query = new URLSearchParams("logins[]=111&logins[]=007");
    expect(queryToBody(listExternalStatuses.body, query)).toEqual({ logins: ["111", "007"] });
  });

  it("sends user_id next to the paging, and restores the documented integer", async () => {
    const sent = stubFetch(() => json(samples.listSmartNumbers.response));
    const { request } = samples.listSmartNumbers;
    await call(listSmartNumbers, { ...request, query: { page: 2, limit: 100 } });
    const query = sent[0]?.query ?? new URLSearchParams();
    expect(Object.fromEntries(query)).toEqual({ page: "2", limit: "100", user_id: "12" });
    expect(queryToBody(listSmartNumbers.body, query)).toEqual(
      samples.listSmartNumbers.documented.body,
    );
  });
});

describe("forwarding", () => {
  it.each(Object.entries(forwardings))("sends %s with exactly its own fields", async (_, body) => {
    const sent = stubFetch(() => json({ success: true }));
    await call(operations.followExternalNumber, { body });
    expect(sent[0]?.body).toStrictEqual(body);
  });

  it.each(Object.entries(forwardings))("rejects %s with a field missing", (_, body) => {
    for (const field of Object.keys(body)) {
      const incomplete = without(body, [field]);
      expect(() =>
        buildRequest(operations.followExternalNumber, { body: incomplete } as never),
      ).toThrow(z.core.$ZodError);
    }
  });
});
