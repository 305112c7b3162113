import { describe, expect, it } from "vitest";
import type { ExternalNumber, Registration } from "#api/externalNumbers.ts";
import {
  createExternalJoiner,
  toConnectionType,
  collectLogins,
  toRegistrationState,
} from "./rows.ts";

const ate: ExternalNumber = {
  id: 17,
  number: "79104445566",
  source: "21201588169353@sip.operator.example",
  type: "АТС",
  status: true,
};
const sipuri: ExternalNumber = {
  id: 17,
  number: "79104445567",
  source: "sip1.operator.example,sip2.operator.example, sip3.operator.example",
  host: "4229179104445567@ext.plusofon.example",
  type: "SIP-URI",
};
const makeRegistration = (status: string, login = "21201588169353"): Registration => ({
  login,
  status,
  date: "2021-02-10 00:00:00",
});
const joinRow = (number: ExternalNumber, ...registrations: Registration[]) =>
  createExternalJoiner()([number], registrations)[0];

describe("the kind of a connection", () => {
  it.each([
    ["АТС", "ate"],
    [" атс ", "ate"],
    ["ate", "ate"],
    ["SIP-URI", "sipuri"],
    ["sipuri", "sipuri"],
    ["H.323", undefined],
    ["constructor", undefined],
    ["", undefined],
  ])("%j is %s", (type, kind) => {
    expect(toConnectionType(type)).toBe(kind);
  });
});

describe("whether a number is registered", () => {
  it.each([
    ["OK", true, "registered"],
    ["ok", undefined, "registered"],
    ["OK", false, "registered"],
    ["", true, "registered"],
    ["", false, "lost"],
    ["", undefined, "unknown"],
    ["UNREGED", false, "lost"],
    ["UNREGED", true, "unknown"],
    ["UNREGED", undefined, "unknown"],
    ["<script>", true, "unknown"],
  ] as const)("the status text %j with %s in the list: %s", (text, listed, state) => {
    expect(toRegistrationState(text, listed)).toBe(state);
  });
});

describe("a row", () => {
  it("of «АТС» has login, server and registration, and no address", () => {
    expect(joinRow({ ...ate, host: "x@y" }, makeRegistration("OK"))).toMatchObject({
      id: "ate:17",
      connectionId: 17,
      kind: "ate",
      login: "21201588169353",
      servers: ["sip.operator.example"],
      address: "",
      state: "registered",
      providerStatus: "OK",
      date: "2021-02-10 00:00:00",
    });
  });

  it("of SIP-URI has its servers and the address for calls, and no registration", () => {
    expect(joinRow(sipuri, makeRegistration("OK", ""))).toMatchObject({
      id: "sipuri:17",
      kind: "sipuri",
      login: "",
      servers: ["sip1.operator.example", "sip2.operator.example", "sip3.operator.example"],
      address: "4229179104445567@ext.plusofon.example",
      state: undefined,
      providerStatus: "",
    });
  });

  it("of an unknown type is shown verbatim, without a state", () => {
    const row = joinRow({ ...ate, type: "WebRTC", id: null, source: "a@b" });
    expect(row).toMatchObject({ id: "WebRTC:+79104445566", kind: undefined, type: "WebRTC" });
    expect(row).toMatchObject({ connectionId: undefined, state: undefined, servers: ["a@b"] });
  });

  it("keeps an «@» within a login", () => {
    expect(joinRow({ ...ate, source: "me@home@sip.x.example" })).toMatchObject({
      login: "me@home",
      servers: ["sip.x.example"],
    });
  });

  it("has no login where the source names none", () => {
    const row = joinRow({ ...ate, source: "" }, makeRegistration("OK", ""));
    expect(row).toMatchObject({ login: "", servers: [], state: "registered" });
  });

  it("uses the list's status where two registrations of its login contradict", () => {
    const row = joinRow(
      { ...ate, status: false },
      makeRegistration("OK"),
      makeRegistration("UNREGED"),
    );
    expect(row).toMatchObject({ state: "lost", providerStatus: "" });
    expect(joinRow(ate, makeRegistration("OK"), makeRegistration("OK"))).toMatchObject({
      providerStatus: "OK",
    });
  });

  it("shows the status text of the list itself", () => {
    expect(joinRow({ ...ate, status: "EXPIRED" })).toMatchObject({
      state: "unknown",
      providerStatus: "EXPIRED",
    });
  });
});

describe("joining", () => {
  it("gives every row a unique id, even where the provider gives none or repeats one", () => {
    const { id: _id, ...nameless } = sipuri;
    const rows = createExternalJoiner()([ate, sipuri, nameless, nameless, ate], []);
    expect(rows.map(({ id }) => id)).toEqual([
      "ate:17",
      "sipuri:17",
      "sipuri:+79104445567",
      "sipuri:+79104445567:2",
      "ate:17:2",
    ]);
  });

  it("keeps the rows that did not change", () => {
    const join = createExternalJoiner();
    const answer = makeRegistration("OK");
    const [first, second] = join([ate, sipuri], [answer]);
    const again = join([ate, sipuri], [answer]);
    expect(again[0]).toBe(first);
    expect(again[1]).toBe(second);
    const changed = join([ate, sipuri], [makeRegistration("UNREGED")]);
    expect(changed[0]).not.toBe(first);
    expect(changed[1]).toBe(second);
  });
});

it("collects only the logins of «АТС», each once, sorted", () => {
  const other = { ...ate, source: "b@x" };
  expect(collectLogins([other, sipuri, ate, other, { ...ate, source: "no login" }])).toEqual([
    "21201588169353",
    "b",
  ]);
});
