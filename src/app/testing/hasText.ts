import type { MatcherFunction } from "@testing-library/react";

/** For `getByText`: the innermost element whose whole text matches, also across elements in it. */
export function hasText(expected: string | RegExp): MatcherFunction {
  const matches = (element: Element) => {
    const text = (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    return typeof expected === "string" ? text === expected : expected.test(text);
  };
  return (_, element) =>
    element !== null && matches(element) && ![...element.children].some(matches);
}
