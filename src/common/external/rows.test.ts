import { describe, expect, it } from "vitest";
import type { ExternalNumber, Registration } from "#api/externalNumbers.ts";
import { externalJoiner, kindOf, loginsOf, stateOf } from "./rows.ts";

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
const said = (status: string, login = "21201588169353"): Registration => ({
  login,
  status,
  date: "2021-02-10 00:00:00",
});
const rowOf = (number: ExternalNumber, ...registrations: Registration[]) =>
  externalJoiner()([number], registrations)[0];

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
    expect(kindOf(type)).toBe(kind);
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
  ] as const)("the word %j with %s in the list: %s", (word, listed, state) => {
    expect(stateOf(word, listed)).toBe(state);
  });
});

describe("a row", () => {
  it("of «АТС» has login, server and registration, and no address", () => {
    expect(rowOf({ ...ate, host: "x@y" }, said("OK"))).toMatchObject({
      id: "ate:17",
      connectionId: 17,
      kind: "ate",
      login: "21201588169353",
      servers: ["sip.operator.example"],
      address: "",
      state: "registered",
      word: "OK",
      date: "2021-02-10 00:00:00",
    });
  });

  it("of SIP-URI has its servers and the address for calls, and no registration", () => {
    expect(rowOf(sipuri, said("OK", ""))).toMatchObject({
      id: "sipuri:17",
      kind: "sipuri",
      login: "",
      servers: ["sip1.operator.example", "sip2.operator.example", "sip3.operator.example"],
      address: "4229179104445567@ext.plusofon.example",
      state: undefined,
      word: "",
    });
  });

  it("of a type that nobody knows is shown as it is, and nothing is claimed of it", () => {
    const row = rowOf({ ...ate, type: "WebRTC", id: null, source: "a@b" });
    expect(row).toMatchObject({ id: "WebRTC:+79104445566", kind: undefined, type: "WebRTC" });
    expect(row).toMatchObject({ connectionId: undefined, state: undefined, servers: ["a@b"] });
  });

  it("takes a login that has an «@» of its own whole", () => {
    expect(rowOf({ ...ate, source: "me@home@sip.x.example" })).toMatchObject({
      login: "me@home",
      servers: ["sip.x.example"],
    });
  });

  it("has no login where the source names none", () => {
    const row = rowOf({ ...ate, source: "" }, said("OK", ""));
    expect(row).toMatchObject({ login: "", servers: [], state: "registered" });
  });

  it("goes by the list where two answers for its login contradict", () => {
    const row = rowOf({ ...ate, status: false }, said("OK"), said("UNREGED"));
    expect(row).toMatchObject({ state: "lost", word: "" });
    expect(rowOf(ate, said("OK"), said("OK"))).toMatchObject({ word: "OK" });
  });

  it("shows a word that stands in the list itself", () => {
    expect(rowOf({ ...ate, status: "EXPIRED" })).toMatchObject({
      state: "unknown",
      word: "EXPIRED",
    });
  });
});

describe("joining", () => {
  it("gives every row an id of its own, also where the provider gives none or one twice", () => {
    const { id: _id, ...nameless } = sipuri;
    const rows = externalJoiner()([ate, sipuri, nameless, nameless, ate], []);
    expect(rows.map(({ id }) => id)).toEqual([
      "ate:17",
      "sipuri:17",
      "sipuri:+79104445567",
      "sipuri:+79104445567:2",
      "ate:17:2",
    ]);
  });

  it("keeps the rows that did not change", () => {
    const join = externalJoiner();
    const answer = said("OK");
    const [first, second] = join([ate, sipuri], [answer]);
    const again = join([ate, sipuri], [answer]);
    expect(again[0]).toBe(first);
    expect(again[1]).toBe(second);
    const changed = join([ate, sipuri], [said("UNREGED")]);
    expect(changed[0]).not.toBe(first);
    expect(changed[1]).toBe(second);
  });
});

it("asks for the logins of «АТС» alone, each once, in one order", () => {
  const other = { ...ate, source: "b@x" };
  expect(loginsOf([other, sipuri, ate, other, { ...ate, source: "no login" }])).toEqual([
    "21201588169353",
    "b",
  ]);
});
