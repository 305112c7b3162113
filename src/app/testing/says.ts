import type { MatcherFunction } from "@testing-library/react";

/** For `getByText`: the innermost element whose whole text matches, also across elements in it. */
export function says(words: string | RegExp): MatcherFunction {
  const matches = (element: Element) => {
    const text = (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    return typeof words === "string" ? text === words : words.test(text);
  };
  return (_, element) =>
    element !== null && matches(element) && ![...element.children].some(matches);
}
