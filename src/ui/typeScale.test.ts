import { expect, it } from "vitest";

const sheets = import.meta.glob<string>("/src/**/*.css", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Declarations of how large text is that leave the browser's own font size out. */
function fixedSizes(css: string): string[] {
  return [...css.matchAll(/(?:^|[\s;{])((?:font|font-size|line-height):[^;}]*\d)px/g)].map(
    ([, declaration = ""]) => declaration,
  );
}

it("sizes all text in the browser's own font size", () => {
  expect(Object.keys(sheets).length).toBeGreaterThan(50);
  const fixed = Object.entries(sheets).flatMap(([file, css]) =>
    fixedSizes(css).map((declaration) => `${file}: ${declaration}px`),
  );
  expect(fixed).toEqual([]);
});

it("asks for the width of the window in the browser's own font size", () => {
  const queries = Object.values(sheets).flatMap((css) => css.match(/@media \([^)]*-width[^{]*/g));
  expect(queries.filter((query) => query?.includes("px"))).toEqual([]);
});
