import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { badgedIcon, ICON } from "./badgedIcon.ts";

const drawn = (count: number) => {
  const [type, svg = ""] = badgedIcon(count).split(/,(.*)/s);
  expect(type).toBe("data:image/svg+xml");
  return decodeURIComponent(svg);
};

it("is the app's own icon with a number over it", () => {
  const own = readFileSync("public/favicon.svg", "utf8").trim();
  expect(own).toBe(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${ICON}</svg>`);
  expect(drawn(3)).toContain(ICON);
});

it.each([
  [1, ">1</text>"],
  [99, ">99</text>"],
  [100, ">99+</text>"],
  [5000, ">99+</text>"],
])("shows %d as %s", (count, text) => {
  expect(drawn(count)).toContain(text);
});
