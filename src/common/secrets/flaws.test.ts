import { describe, expect, it } from "vitest";
import { passwordFlaws } from "./flaws.ts";

const kinds = (password: string) =>
  passwordFlaws(password).map(({ kind, found }) => `${kind} ${found.join()}`.trim());

describe("passwordFlaws", () => {
  it.each([
    ["", []],
    ["kR4-vT9_xw2.Zq7m", []],
    ["with blanks inside ~!", []],
    [" kR4", ["ends"]],
    ["kR4\u00a0", ["ends"]],
    ["kR4\t", ["ends"]],
    ["k\u200bR4", ["invisible U+200B"]],
    ["\u200bkR4", ["invisible U+200B"]],
    ["\ufeffkR4\u202e", ["ends", "invisible U+202E"]],
    ["k\u00adR\u00a04", ["invisible U+00AD,U+00A0"]],
    ["kR4\u0007", ["invisible U+0007"]],
    ["kR4-аОс", ["lookalike а,О,с"]],
    ["kR4-жé№“", ["foreign ж,é,№,“"]],
    ["kR4-🙂", ["foreign 🙂"]],
    [" к\u2060Ж", ["ends", "lookalike к", "invisible U+2060", "foreign Ж"]],
  ])("%j: %j", (password, expected) => {
    expect(kinds(password)).toEqual(expected);
  });
});
