import * as z from "zod/mini";
import { invalid } from "../problem.ts";
import { lenient } from "./lenient.ts";
import { getBounds, closestOption, type Path, schemaAt, valueAt } from "./schema.ts";
import { validationMessage } from "./validationMessage.ts";

type Schema = z.core.$ZodType;
/**
 * Stands for a message where the schema has none of its own. Zod's own depends on a locale that any
 * other module of the process may have set.
 */
const NO_MESSAGE = "no message";

/** The value parsed by the schema; throws Laravel's 422 if it is invalid. */
export function validate<T extends Schema>(schema: T, input: unknown): z.output<T> {
  const value = lenient(schema, input);
  const result = z.safeParse(schema, value, { error: () => NO_MESSAGE });
  if (result.success) return result.data;
  throw invalid(fieldErrors(schema, result.error.issues, value));
}

function fieldErrors(schema: Schema, issues: readonly z.core.$ZodIssue[], value: unknown) {
  // A map, because a field may be named like something that every object has.
  const errors = new Map<string, string[]>();
  for (const [field, reason] of issues.flatMap((issue) => fieldReasons(schema, issue, value, []))) {
    errors.set(field, [...(errors.get(field) ?? []), reason]);
  }
  return Object.fromEntries(errors);
}

/** Field and reason of an issue; several for a union or for unknown keys. */
function fieldReasons(
  schema: Schema,
  issue: z.core.$ZodIssue,
  root: unknown,
  above: Path,
): [field: string, reason: string][] {
  const path = [...above, ...issue.path];
  const key = path.map(String).join(".");
  const at = schemaAt(schema, issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((name) => {
      const field = key === "" ? name : `${key}.${name}`;
      return [field, `The ${field.replaceAll("_", " ")} field is prohibited.`];
    });
  }
  if (issue.code === "invalid_union" && at !== undefined) {
    const { def } = (at as z.core.$ZodUnion)._zod;
    const value = valueAt(root, path);
    const closest =
      value === undefined ? undefined : closestOption(def.options, issue.errors, value);
    if (closest !== undefined) {
      return closest.issues.flatMap((own) => fieldReasons(closest.option, own, root, path));
    }
  }
  if (issue.message !== NO_MESSAGE) return [[key, issue.message]];
  return [[key, validationMessage(issue, key, valueAt(root, path), getBounds(at))]];
}
