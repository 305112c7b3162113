import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const sheets = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".css"))
  .map((file) => ({ file, css: readFileSync(`src/${file}`, "utf8") }));

const found = (pattern: RegExp) =>
  sheets.flatMap(({ file, css }) => [...css.matchAll(pattern)].map(([text]) => `${file}: ${text}`));

it("all text is sized relative to the browser's own font size", () => {
  expect(sheets.length).toBeGreaterThan(50);
  expect(found(/\b(?:font|font-size|line-height):[^;}]*\dpx[^;}]*/g)).toEqual([]);
});

it("media queries are relative to the browser's own font size", () => {
  expect(found(/@(?:media|container)[^{]*\dpx[^{]*/g)).toEqual([]);
});
