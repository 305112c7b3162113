import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Access, mayCall, ROLES, type Role } from "#api/access.ts";
import { buildRequest } from "#api/client.ts";
import { label } from "#api/operation.ts";
import { operations, ownOperationList } from "#api/operations.ts";
import { sampleList } from "#api/samples/index.ts";
import type { Seen } from "#proxy/testing/upstream.ts";
import { type Answer, type Browser, startLogin } from "./testing/startLogin.ts";

/** Stands in every response of the upstream, wherever the provider puts a password. */
const SECRET = "Zu8-secret-of-the-line";

/** The one at the root of a response, which can be asked for. */
const REVEALED = "Xy4-password-of-the-line";

const CALLERS = [...ROLES, "nobody"] as const;
type Caller = (typeof CALLERS)[number];
const roleOf = (caller: Caller): Role | undefined => (caller === "nobody" ? undefined : caller);

let browsers: Record<Caller, Browser>;
let asked: () => readonly Seen[];
let close: () => Promise<void>;

beforeAll(async () => {
  // Lasts for all tests of this file.
  const started = await startLogin({
    keep: true,
    upstream: ({ method, url }, response) => response.end(respond(method, url)),
  });
  const { addUser, browser } = started;
  browsers = {
    admin: (await addUser("anna", "admin")).browser,
    support: (await addUser("vera", "support")).browser,
    wall: (await addUser("lobby", "wall")).browser,
    nobody: browser(),
  };
  asked = () => started.upstream.seen;
  close = started.close;
});
afterAll(() => close());

/** The documented response of the operation, with a secret in every place. */
function respond(method = "", url = "") {
  const { pathname } = new URL(url, "http://localhost");
  const found = sampleList.find(({ documented, operation }) => {
    return documented.method === method && pathOf(operation.path).test(pathname);
  });
  const body = withSecrets(found?.response ?? { success: true }) as object;
  return JSON.stringify({ ...body, password: REVEALED });
}

const pathOf = (path: string) => new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);

function withSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSecrets);
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.entries(value).map(([key, part]) => [key, withSecrets(part)] as const);
  return { ...Object.fromEntries(inner), password: SECRET, secret: SECRET };
}

/** Calls an operation as the app does, with its documented request. */
async function call(caller: Caller, sample: (typeof sampleList)[number]): Promise<Answer> {
  const { url, init } = buildRequest(sample.operation, sample.request as never);
  const body = init.body === undefined ? undefined : (JSON.parse(init.body as string) as unknown);
  return browsers[caller].fetchPath(init.method ?? "GET", url, body);
}

/** What a caller may expect: the status, the proxy's reason, and that a refused call goes nowhere. */
function expected(caller: Caller, access: Access) {
  if (mayCall(roleOf(caller), access))
    return { status: 200, proxy: undefined, isSentAnyway: false };
  return caller === "nobody"
    ? { status: 401, proxy: "sign-in-required", isSentAnyway: false }
    : { status: 403, proxy: "role-required", isSentAnyway: false };
}

describe.each(sampleList.map((sample) => [label(sample.operation), sample] as const))(
  "%s",
  (_, sample) => {
    it.each(CALLERS)("by %s", async (caller) => {
      const before = asked().length;
      const { status, text, json } = await call(caller, sample);
      const isSentAnyway = status >= 400 && asked().length > before;
      const { proxy } = json as { proxy?: string };
      expect({ status, proxy, isSentAnyway }).toEqual(expected(caller, sample.operation.access));
      expect(text).not.toMatch(new RegExp(`${SECRET}|${REVEALED}`));
    });
  },
);

describe("the whole contract", () => {
  it("lets nobody but an administrator change anything, and a wall read two lists", () => {
    const all = Object.values(operations);
    const names = (role: Role | undefined) =>
      all.filter(({ access }) => mayCall(role, access)).map(({ name }) => name);
    expect(names("admin")).toHaveLength(all.length);
    expect(names("support").toSorted()).toEqual(
      all
        .filter(({ method }) => method === "GET")
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(names("wall")).toEqual(["listSipAccounts", "listSipStatuses"]);
    expect(names(undefined)).toEqual([]);
  });

  it.each(CALLERS)("reveals a password to an administrator alone: %s", async (caller) => {
    const before = asked().length;
    const headers = { "x-pult-reveal": "password" };
    const { status, text, json } = await browsers[caller].api("GET", "/sip/15", undefined, headers);
    const isSentAnyway = status >= 400 && asked().length > before;
    const { proxy } = json as { proxy?: string };
    expect({ status, proxy, isSentAnyway }).toEqual(expected(caller, "admin"));
    expect(text.includes(REVEALED)).toBe(caller === "admin");
    expect(text).not.toContain(SECRET);
  });

  it.each(
    ownOperationList
      .filter(({ access }) => access !== "anyone")
      .map((op) => [label(op), op] as const),
  )("Pult's own %s is for its roles", async (_, op) => {
    const path = `/api/pult${op.path.replace("{kind}", "sip").replaceAll(/\{\w+\}/g, "12345678")}`;
    for (const caller of CALLERS) {
      if (mayCall(roleOf(caller), op.access)) continue;
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { status } = await browsers[caller].fetchPath(op.method, path, op.body && {});
      expect([caller, status]).toEqual([caller, caller === "nobody" ? 401 : 403]);
    }
  });
});
