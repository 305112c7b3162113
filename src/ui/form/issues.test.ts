import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Text } from "#i18n/texts.ts";
import { packReason, type Reason, toReason, reasonText } from "./issues.ts";
import { typedNumber } from "./resolver.ts";

const extension = z.int().check(z.gte(200), z.lte(99_999));
const timeoutSeconds = z.int().check(z.gte(0), z.lte(90), z.multipleOf(5));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(255));
const phoneDigits = z.string().check(z.regex(/^\d{3,15}$/));

const step = (below: number) => ({
  key: "field.step",
  values: { step: 5, below, above: below + 5 },
});
const t: Text = (key, values) => `${key} ${JSON.stringify(values ?? {})}`;

/** The first error, as a form would show it. */
function reason(schema: z.core.$ZodType, value: unknown): Reason | undefined {
  const { error } = z.safeParse(schema, value, {
    error: (issue) => packReason(toReason(issue)),
  });
  const first = error?.issues[0]?.message;
  return first === undefined ? undefined : (JSON.parse(first) as Reason);
}

describe("the error of a value that breaks a limit", () => {
  it.each([undefined, null, ""])("%j is not filled in", (value) => {
    for (const schema of [extension, timeoutSeconds, name]) {
      expect(reason(schema, value)).toEqual({ key: "field.required" });
    }
  });

  it("an extension", () => {
    const small = { key: "field.tooSmall", values: { limit: 200 } };
    const big = { key: "field.tooBig", values: { limit: 99_999 } };
    expect(reason(extension, 199)).toEqual(small);
    expect(reason(extension, -1)).toEqual(small);
    expect(reason(extension, 100_000)).toEqual(big);
    expect(reason(extension, Number.MAX_SAFE_INTEGER)).toEqual(big);
    expect(reason(extension, 200.5)).toEqual({ key: "field.whole" });
    expect(reason(extension, "abc")).toEqual({ key: "field.number" });
    expect(reason(extension, 200)).toBeUndefined();
    expect(reason(extension, 99_999)).toBeUndefined();
  });

  it("a number with more digits than a JavaScript number holds", () => {
    const typed = typedNumber("9".repeat(30));
    expect(reason(extension, typed)).toEqual({ key: "field.tooBig", values: { limit: 99_999 } });
  });

  it("a timeout", () => {
    expect(reason(timeoutSeconds, 3)).toEqual(step(0));
    expect(reason(timeoutSeconds, 89)).toEqual(step(85));
    expect(reason(timeoutSeconds, 95)).toEqual({ key: "field.tooBig", values: { limit: 90 } });
    expect(reason(timeoutSeconds, -5)).toEqual({ key: "field.tooSmall", values: { limit: 0 } });
    expect(reason(timeoutSeconds, 20.5)).toEqual({ key: "field.whole" });
    for (const fine of [0, 5, 90]) expect(reason(timeoutSeconds, fine)).toBeUndefined();
  });

  it("a text", () => {
    expect(reason(name, "  ")).toEqual({ key: "field.required" });
    expect(reason(name, "a".repeat(256))).toEqual({ key: "field.tooLong", values: { limit: 255 } });
    expect(reason(name, "a".repeat(255))).toBeUndefined();
    expect(reason(phoneDigits, "?")).toEqual({ key: "field.format" });
  });
});

describe("an error encoded in a form's one string", () => {
  it("is decoded as a message, or as plain text", () => {
    const packed = packReason({ key: "field.tooBig", values: { limit: 90 } });
    expect(reasonText(packed, t)).toBe('field.tooBig {"limit":90}');
    expect(reasonText(packReason({ text: 'Занято: "214"' }), t)).toBe('Занято: "214"');
  });
});

describe("the text of a number field", () => {
  it.each([
    ["", undefined],
    ["  ", undefined],
    ["20", 20],
    [" 20 ", 20],
    ["-5", -5],
    ["20.5", 20.5],
    ["20,5", 20.5],
    ["007", 7],
    ["1e3", "1e3"],
    ["0x10", "0x10"],
    ["20 s", "20 s"],
    ["Infinity", "Infinity"],
    [".5", ".5"],
  ])("«%s» is parsed as %j", (typed, value) => expect(typedNumber(typed)).toBe(value));
});
