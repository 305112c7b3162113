import type * as z from "zod/mini";

type Schema = z.core.$ZodType;

/**
 * Converts a body as a PHP API does before validation: a string of digits to an integer where the
 * schema expects one, and the older rule name `Order` to `single`. Changes nothing else.
 */
export function lenient(schema: Schema, value: unknown): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "optional") return lenient(def.innerType, value);
  if (def.type === "object") return lenientFields(def.shape, value);
  // The options of our unions agree on the type of each field.
  if (def.type === "union") {
    return def.options.reduce((converted, each) => lenient(each, converted), value);
  }
  if (def.type === "array" && Array.isArray(value)) {
    return value.map((item) => lenient(def.element, item));
  }
  if (def.type === "number" && typeof value === "string" && /^-?\d{1,15}$/.test(value)) {
    return Number(value);
  }
  return def.type === "enum" && value === "Order" && "single" in def.entries ? "single" : value;
}

function lenientFields(shape: Readonly<Record<string, Schema>>, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return [key, field === undefined ? item : lenient(field, item)];
    }),
  );
}
