import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import * as z from "zod/mini";
import { operationList } from "#api/operations.ts";
import { Problem } from "../problem.ts";
import { lenient } from "./lenient.ts";
import { validate } from "./validate.ts";

const collectErrors = (schema: z.core.$ZodType, value: unknown): unknown => {
  try {
    validate(schema, value);
    return undefined;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem.body.errors;
  }
};

const bodies = operationList.flatMap(({ name, body }) =>
  body === undefined ? [] : [{ name, body }],
);
/** Names of the schemas' fields, and property names that every object has. */
const fields = fc.constantFrom(
  ..."name number type sequence_rule phones host port sip_timeout logins codes".split(" "),
  ..."direction_ids type_default user_id __proto__ constructor toString".split(" "),
);
const anyValue = fc.oneof(fc.jsonValue(), fc.dictionary(fields, fc.jsonValue()));

describe.each(bodies)("the body of $name", ({ body: schema }) => {
  it("is accepted or rejected with readable reasons, whatever the value", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const errors = collectErrors(schema, value);
        const accepted = z.safeParse(schema, lenient(schema, value)).success;
        expect(errors === undefined).toBe(accepted);
        for (const reason of Object.values(Object(errors)).flat()) {
          expect(reason).toMatch(/^The .*\.$/s);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("leniency", () => {
  const schema = z.object({ count: z.optional(z.int()), text: z.string() });

  it("reads digits as an integer only where the schema expects one", () => {
    expect(validate(schema, { count: "-12", text: "34" })).toEqual({ count: -12, text: "34" });
    for (const count of ["1.5", "1e3", " 1", "", true, null, [1]]) {
      expect(collectErrors(schema, { count, text: "" })).toEqual({
        count: ["The count must be an integer."],
      });
    }
  });

  it("applies inside unions, arrays and nested objects", () => {
    const nested = z.object({
      list: z.array(z.union([z.object({ id: z.int() }), z.object({ rule: z.enum(["single"]) })])),
    });
    const value = { list: [{ id: "7" }, { rule: "Order" }] };
    expect(validate(nested, value)).toEqual({ list: [{ id: 7 }, { rule: "single" }] });
  });
});

it("gives the same reasons whatever locale another module has set for zod", () => {
  const { localeError } = z.config();
  z.config({ localeError: () => "Неверно" });
  onTestFinished(() => void z.config({ localeError }));
  expect(collectErrors(z.object({ count: z.int() }), {})).toEqual({
    count: ["The count field is required."],
  });
});
