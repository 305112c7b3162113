import type * as z from "zod/mini";

type Issue = z.core.$ZodIssue;
/** Inclusive limits of a number, where the schema has both. */
export type Bounds = readonly [min: number, max: number] | undefined;

/**
 * A validation message in Laravel's wording. `field` is the dotted key, `value` the rejected value,
 * `bounds` the limits of the number.
 */
export function validationMessage(
  issue: Issue,
  field: string,
  value: unknown,
  bounds: Bounds,
): string {
  const attribute = field.replaceAll("_", " ");
  if (value === undefined) return `The ${attribute} field is required.`;
  if (issue.code === "invalid_type") return `The ${attribute} ${typeMessage(issue.expected)}.`;
  if (issue.code === "too_small") return tooSmall(issue, attribute, bounds);
  if (issue.code === "too_big") return tooBig(issue, attribute, bounds);
  if (issue.code === "not_multiple_of") {
    return `The ${attribute} must be a multiple of ${issue.divisor}.`;
  }
  if (issue.code === "invalid_value") return `The selected ${attribute} is invalid.`;
  if (attribute === "email") return `The ${attribute} must be a valid email address.`;
  if (issue.code !== "invalid_format") return `The ${attribute} is invalid.`;
  return `The ${attribute} format is invalid.`;
}

function typeMessage(expected: string): string {
  if (expected === "int" || expected === "number") return "must be an integer";
  if (expected === "boolean") return "field must be true or false";
  if (expected === "string") return "must be a string";
  return "must be an array";
}

function between(attribute: string, [min, max]: readonly [number, number]): string {
  return `The ${attribute} must be between ${min} and ${max}.`;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, attribute: string, bounds: Bounds): string {
  if (issue.origin === "string") return `The ${attribute} field is required.`;
  if (bounds !== undefined) return between(attribute, bounds);
  const relation = issue.inclusive === true ? "at least" : "greater than";
  return `The ${attribute} must be ${relation} ${issue.minimum}.`;
}

function tooBig(issue: z.core.$ZodIssueTooBig, attribute: string, bounds: Bounds): string {
  if (issue.origin === "string") {
    return `The ${attribute} may not be greater than ${issue.maximum} characters.`;
  }
  if (issue.origin === "array") {
    return `The ${attribute} may not have more than ${issue.maximum} items.`;
  }
  if (bounds !== undefined) return between(attribute, bounds);
  return `The ${attribute} may not be greater than ${issue.maximum}.`;
}
