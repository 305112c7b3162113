import { describe, expect, it } from "vitest";
import { changedMeanwhile, problemOf, requestOf, same, shownBy } from "./settings.ts";

const saved = { send: true, email: "a@office.example" };

describe("what the form shows", () => {
  it("is what is saved, until something is typed", () => {
    expect(shownBy(saved, undefined)).toEqual(saved);
    expect(shownBy(saved, { base: saved, email: "b@" })).toEqual({ send: true, email: "b@" });
    expect(shownBy(saved, { base: saved, send: false })).toEqual({ ...saved, send: false });
  });

  it("follows what is saved only where nobody has typed", () => {
    const typed = { base: saved, email: "b@office.example" };
    const now = { send: false, email: "c@office.example" };
    expect(shownBy(now, typed)).toEqual({ send: false, email: "b@office.example" });
  });
});

describe("a change meanwhile", () => {
  const now = { send: false, email: "c@office.example" };
  it("matters only while something is being changed", () => {
    expect(changedMeanwhile(now, undefined)).toBe(false);
    expect(changedMeanwhile(saved, { base: saved, email: "b@office.example" })).toBe(false);
    expect(changedMeanwhile(now, { base: saved, email: "b@office.example" })).toBe(true);
  });

  it("matters no more once both are the same", () => {
    expect(changedMeanwhile(now, { base: saved, ...now })).toBe(false);
  });
});

describe("what stands in the way", () => {
  it.each([
    [true, "", "missing"],
    [true, "   ", "missing"],
    [false, "", undefined],
    [true, "a@office.example", undefined],
    [true, "  a@office.example ", undefined],
    [true, "rerum", "format"],
    [false, "rerum", "format"],
    [true, "a@office.example, b@office.example", "format"],
    [true, "a@office", "format"],
    [true, "<script>@x", "format"],
  ])("of send=%s and %j: %s", (send, email, problem) => {
    expect(problemOf({ send, email })).toBe(problem);
  });
});

it("sends both fields, without the blanks around an address", () => {
  expect(requestOf({ send: false, email: " a@office.example " })).toEqual({
    send: false,
    email: "a@office.example",
  });
});

it("takes blanks for no change", () => {
  expect(same(saved, { send: true, email: " a@office.example" })).toBe(true);
  expect(same(saved, { ...saved, send: false })).toBe(false);
});
