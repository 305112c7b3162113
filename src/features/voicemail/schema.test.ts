import { describe, expect, it } from "vitest";
import { isSameSettings } from "#domain/voicemail/queries.ts";
import { findAddressProblem, findProblem, toRequest } from "./schema.ts";

const saved = { send: true, email: "a@office.example" };

describe("why voicemail settings can't be saved", () => {
  it.each([
    [true, "", "missing"],
    [true, "   ", "missing"],
    [false, "", undefined],
    [true, "a@office.example", undefined],
    [true, "  a@office.example ", undefined],
    [true, "rerum", "format"],
    [false, "rerum", undefined],
    [false, "a@office.example, b@office.example", undefined],
    [false, "офис@почта.рф", undefined],
    [true, "a@office.example, b@office.example", "several"],
    [true, "a@office.example;b@office.example", "several"],
    [true, "office@почта.рф", undefined],
    [true, "office@xn--80a1acny.xn--p1ai", undefined],
    [true, "office@Bücher.example", undefined],
    [true, "офис@почта.рф", "letters"],
    [true, "office@\u043effice.example", "format"],
    [true, "office@почта", "format"],
    [true, "office@почта.рф/x", "format"],
    [true, "office@поч та.рф", "format"],
    [true, "a@office", "format"],
    [true, "<script>@x", "format"],
  ])("of send=%s and %j: %s", (send, email, problem) => {
    expect(findProblem({ send, email })).toBe(problem);
  });
});

it.each([
  [" a@office.example ", "a@office.example"],
  // The ASCII form that mail servers use.
  ["office@почта.рф", "office@xn--80a1acny.xn--p1ai"],
  ["a@б.рф, c@d.ru", "a@б.рф, c@d.ru"],
])("sends both fields, of an address %j: %j", (email, sent) => {
  expect(toRequest({ send: false, email }, saved)).toEqual({ send: false, email: sent });
});

it("sends a saved address that stays exactly as it was returned", () => {
  for (const email of ["a@b.example, c@d.example ", "office@почта.рф", "?"])
    expect(toRequest({ send: false, email }, { send: true, email }).email).toBe(email);
});

it("reports a problem of an address although nothing is sent to it", () => {
  expect(findAddressProblem("a@b.example, c@d.example")).toBe("several");
  expect(findAddressProblem("")).toBeUndefined();
});

it("ignores spaces around the address", () => {
  expect(isSameSettings(saved, { send: true, email: " a@office.example" })).toBe(true);
  expect(isSameSettings(saved, { ...saved, send: false })).toBe(false);
});
