import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generatePassword, passwordStrength } from "./password.ts";

describe("a generated password", () => {
  const many = Array.from({ length: 1000 }, generatePassword);

  it("has 16 characters, none of which look alike", () => {
    expect(many.filter((password) => !/^[\w.-]{16}$/.test(password))).toEqual([]);
    expect(many.filter((password) => /[loIO01]/.test(password))).toEqual([]);
  });

  it("has every kind of character", () => {
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[-_.]/];
    expect(many.filter((one) => !kinds.every((kind) => kind.test(one)))).toEqual([]);
  });

  it("never repeats, and uses the whole alphabet", () => {
    expect(new Set(many).size).toBe(many.length);
    expect(new Set(many.join("")).size).toBe(59);
  });

  it("is rated strong by our own hint", () => {
    expect(many.filter((one) => passwordStrength(one) === "weak")).toEqual([]);
  });
});

describe("the strength hint", () => {
  it.each([
    ["", "weak"],
    ["12345678", "weak"],
    ["aaaaaaaaaaaaaaaaaaaaaaaa", "weak"],
    ["password", "weak"],
    ["kR4-vT9_x", "weak"],
    ["kR4-vT9_xw2", "fair"],
    ["kR4-vT9_xw2.Zq7m", "strong"],
  ])("rates «%s» %s", (password, strength) => expect(passwordStrength(password)).toBe(strength));

  it("does not get worse with one more character of a new kind", () => {
    const order = ["weak", "fair", "strong"];
    const rank = (password: string) => order.indexOf(passwordStrength(password));
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z\d]{0,24}$/), (base) => {
        expect(rank(`${base}Ω!`)).toBeGreaterThanOrEqual(rank(base));
      }),
    );
  });
});
