import * as fc from "fast-check";
import type { Target } from "#domain/externalNumbers/remembered.ts";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import {
  CRM_TYPES,
  type FallbackType,
  forwarding,
  type ForwardingType,
  PLAIN_TYPES,
} from "#api/forwarding.ts";
import {
  EMPTY,
  visibleFields,
  type ForwardingValues,
  findMissing,
  readHost,
  readUri,
  buildRequest,
  selectSchema,
  toRequest,
  toValues,
} from "./schema.ts";

const TARGET: Target = { number_type: "sipuri", number_id: 17 };

/** A draft with every field filled in. */
const FULL: ForwardingValues = {
  type: "",
  sip_id: "4",
  destination_number: "8 (999) 333-22-10",
  group_id: " 9 ",
  scenario_id: "18",
  call_queue_id: "14",
  destination_uri: "sip:123456789@ext.plusofon.ru",
  host: "https://plusofon.bitrix24.ru/crm/?a=1",
  hosts: {},
  cli_type: "Y",
  type_default: "",
  cli_type_default: "N",
};
const OWN = {
  sip: { sip_id: 4 },
  number: { destination_number: "79993332210" },
  group: { group_id: 9 },
  scenario: { scenario_id: 18 },
  call_queue: { call_queue_id: 14 },
  sip_uri: { destination_uri: "123456789@ext.plusofon.ru" },
} as const;
const HOST = "plusofon.bitrix24.ru";

/** The body as it would be sent: without undefined values. */
async function sent(values: ForwardingValues): Promise<unknown> {
  const { success, data } = z.safeParse(selectSchema(values), await toRequest(TARGET, values));
  return success ? JSON.parse(JSON.stringify(data)) : undefined;
}

const phone = (digits: string) => (digits === "" ? "" : `+${digits}`);

describe("a request turned back into what is typed", () => {
  const CRM = { ...TARGET, type: "amo", host: HOST, cli_type: "Y" };
  const DESTINATIONS = PLAIN_TYPES.map((type) => ({ type, ...OWN[type] }));
  it.each<object>([
    ...DESTINATIONS.map((own) => ({ ...TARGET, cli_type: "Y", ...own })),
    ...CRM_TYPES.map((type) => ({
      ...TARGET,
      type,
      host: HOST,
      cli_type: "N",
      type_default: "empty",
    })),
    ...DESTINATIONS.map(({ type: type_default, ...own }) =>
      Object.assign(own, CRM, { type_default, cli_type_default: "N" }),
    ),
  ])("gives the same request: $type $type_default", async (body) => {
    expect(await sent(toValues(forwarding.parse(body), phone))).toStrictEqual(body);
  });

  it("is empty where it turned the forwarding off", () => {
    expect(toValues({ ...TARGET, type: "empty" }, String)).toBe(EMPTY);
  });
});

describe("the request body, whatever else is typed", () => {
  it.each(PLAIN_TYPES)("of %s has exactly its own field", async (type) => {
    const body = { ...TARGET, type, cli_type: "Y", ...OWN[type] };
    expect(await sent({ ...FULL, type })).toStrictEqual(body);
  });

  const crms = CRM_TYPES.flatMap((type) =>
    PLAIN_TYPES.map((fallback) => [type, fallback] as const),
  );
  it.each(crms)("of %s has its host, and the fallback %s with its own field", async (type, to) => {
    expect(await sent({ ...FULL, type, type_default: to })).toStrictEqual({
      ...TARGET,
      type,
      host: HOST,
      cli_type: "Y",
      type_default: to,
      cli_type_default: "N",
      ...OWN[to],
    });
  });

  it.each(CRM_TYPES)(
    "of %s without a fallback has an error for that and no other field",
    async (type) => {
      const body = { ...TARGET, type, host: HOST, cli_type: "Y", type_default: "empty" };
      expect(await sent({ ...FULL, type, type_default: "empty" })).toStrictEqual(body);
    },
  );

  it("of no forwarding holds the number alone", async () => {
    expect(await sent({ ...FULL, type: "empty" })).toStrictEqual({ ...TARGET, type: "empty" });
  });
});

const types: (ForwardingType | "")[] = ["", ...PLAIN_TYPES, ...CRM_TYPES, "empty"];
const fallbacks: (FallbackType | "")[] = ["", ...PLAIN_TYPES, "empty"];
const shown = fc.constantFrom("Y" as const, "N" as const, "" as const);
const typedId = fc.oneof(fc.constantFrom("", "0", "4", "-1", "1,5", "abc"), fc.string());
const drafts: fc.Arbitrary<ForwardingValues> = fc.record({
  type: fc.constantFrom(...types),
  sip_id: typedId,
  destination_number: fc.oneof(fc.constantFrom("", "+79000000001", "12"), fc.string()),
  group_id: typedId,
  scenario_id: typedId,
  call_queue_id: typedId,
  destination_uri: fc.oneof(fc.constantFrom("", "a@b.example", "sip:a@b:5060"), fc.string()),
  host: fc.oneof(fc.constantFrom("", "crm.example", "https://crm.example/"), fc.string()),
  hosts: fc.record({ amo: fc.string() }),
  cli_type: shown,
  type_default: fc.constantFrom(...fallbacks),
  cli_type_default: shown,
});

const missing = async (values: Partial<ForwardingValues>) => {
  const draft = { ...EMPTY, ...values };
  return findMissing(await toRequest(TARGET, draft), draft);
};

/** The documented fields of a type, as the screen names them. */
const documented = (values: ForwardingValues) => [
  ...Object.keys(TARGET),
  ...(values.type === "empty" ? ["type"] : visibleFields(values)),
];

describe("any draft", () => {
  it("either has an error on a visible field, or produces the chosen type's fields and no others", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (values) => {
        const request = await toRequest(TARGET, values);
        const body = await sent(values);
        expect(body === undefined).toBe(findMissing(request, values).length > 0);
        const allowed = documented(values).sort();
        expect(allowed).toEqual(expect.arrayContaining(Object.keys(Object(request))));
        if (body === undefined) return;
        expect(Object.keys(Object(body)).sort()).toEqual(allowed);
        // What the form accepts, the client's own validation accepts unchanged.
        expect(z.parse(forwarding, body)).toEqual(body);
      }),
      { numRuns: 500 },
    );
  });

  it("shows all missing fields at once", async () => {
    expect(await missing({})).toEqual(["type"]);
    expect(await missing({ type: "sip" })).toEqual(["sip_id", "cli_type"]);
    expect(await missing({ type: "amo" })).toEqual(["host", "cli_type", "type_default"]);
    expect(await missing({ type: "amo", type_default: "group" })).toEqual([
      "host",
      "cli_type",
      "group_id",
      "cli_type_default",
    ]);
    expect(await missing({ type: "retail", type_default: "empty" })).toEqual(["host", "cli_type"]);
  });
});

describe("pasted text", () => {
  it.each([
    ["plusofon.bitrix24.ru", "plusofon.bitrix24.ru"],
    [" HTTPS://plusofon.bitrix24.ru/crm/deal/?id=1#top ", "plusofon.bitrix24.ru"],
    ["plusofon.bitrix24.ru/", "plusofon.bitrix24.ru"],
    ["", ""],
  ])("is accepted as a host: «%s»", (typed, host) => {
    expect(readHost(typed)).toBe(host);
  });

  it.each([
    ["123456789@ext.plusofon.ru", "123456789@ext.plusofon.ru"],
    [" SIP:123@pbx.example:5080 ", "123@pbx.example:5080"],
    ["sip://123@pbx.example", "123@pbx.example"],
  ])("is accepted as a SIP address: «%s»", (typed, uri) => {
    expect(readUri(typed)).toBe(uri);
  });

  it.each([
    "pbx.example",
    "@pbx.example",
    "a b@pbx.example",
    "a@b@c",
    "sips:a@b",
    "a@пбх.рф",
    "a@b:",
  ])("«%s» is rejected as a SIP address", (destination_uri) => {
    const values: ForwardingValues = { ...FULL, type: "sip_uri", destination_uri };
    expect(findMissing(buildRequest(TARGET, values, undefined), values)).toEqual([
      "destination_uri",
    ]);
  });

  it.each(["crm example", "crm.example:443", "-crm.example", "црм.рф", "@crm"])(
    "«%s» is rejected as a host",
    (host) => {
      const values: ForwardingValues = { ...FULL, type: "amo", type_default: "empty", host };
      expect(findMissing(buildRequest(TARGET, values, undefined), values)).toEqual(["host"]);
    },
  );
});
