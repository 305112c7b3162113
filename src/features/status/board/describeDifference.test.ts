import { describe, expect, it } from "vitest";
import { describeDifference } from "./describeDifference.ts";

const one = { id: 1, name: "Анна" };
const two = { id: 2, name: "Иван" };

describe("accounts and statuses", () => {
  it("in another order agree", () => expect(describeDifference([one, two], [two, one])).toBe(""));

  it.each([
    ["created", [one], [one, two]],
    ["deleted", [one, two], [one]],
    ["renamed", [one, two], [one, { id: 2, name: "Ольга" }]],
  ])(
    "differ when one was %s, and the same difference is the same text",
    (_, accounts, statuses) => {
      const difference = describeDifference(accounts, statuses);
      expect(difference).not.toBe("");
      expect(describeDifference(accounts.toReversed(), statuses)).toBe(difference);
    },
  );
});
