import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).map(
  (file) => `src/${file.replaceAll("\\", "/")}`,
);
const read = (ending: RegExp) =>
  files
    .filter((file) => ending.test(file))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
const sheets = read(/\.css$/);
const sources = read(/(?<!\.test)\.tsx?$/);
const code = sources.map(({ text }) => text).join("\n");

const found = (pattern: RegExp) =>
  sheets.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([one]) => `${file}: ${one}`));

function classesIn(css: string): string[] {
  const selectors = css.replaceAll(/\/\*[^]*?\*\/|:global\([^)]*\)|\{[^{}]*\}/g, " ");
  return [...new Set(selectors.match(/(?<=\.)[a-z][\w-]*/gi))];
}

/** What the code calls `styles.name`, whatever name it imports the module by. */
function usesOf(module: string): string {
  return sources
    .flatMap(({ file, text }) =>
      [...text.matchAll(/import (\w+) from "(.+\.module\.css)"/g)].map(([, name, path = ""]) => ({
        module: path.replace(/^#/, "src/").replace(/^\.\.?\//, `${posix.dirname(file)}/$&`),
        uses: text.replaceAll(new RegExp(`\\b${name}(?=[.[])`, "g"), "styles"),
      })),
    )
    .filter((one) => posix.normalize(one.module) === module)
    .map(({ uses }) => uses)
    .join("\n");
}

it("all text is sized relative to the browser's own font size", () => {
  expect(sheets.length).toBeGreaterThan(20);
  expect(found(/\b(?:font|font-size|line-height):[^;}]*\dpx[^;}]*/g)).toEqual([]);
});

it("media queries are relative to the browser's own font size", () => {
  expect(found(/@(?:media|container)[^{]*\dpx[^{]*/g)).toEqual([]);
});

it("modules have no class that nothing uses", () => {
  const modules = sheets.filter(({ file }) => file.endsWith(".module.css"));
  const unused = modules.flatMap(({ file, text }) => {
    const uses = usesOf(file);
    // `styles[state]` may mean any class that is a string somewhere.
    const isUsed = (name: string) =>
      new RegExp(`\\bstyles\\.${name}\\b`).test(uses) ||
      (uses.includes("styles[") && code.includes(`"${name}"`));
    const names = classesIn(text).filter((name) => !isUsed(name));
    return names.map((name) => `${file}: ${name}`);
  });
  expect(unused).toEqual([]);
});

it("each class name in plain text is a primitive, and each primitive is used", () => {
  const primitives = classesIn(readFileSync("src/ui/primitives.css", "utf8"));
  const written = [...code.matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g)].flatMap(
    ([, plain, joined = ""]) => (plain ?? joined.replaceAll(/\$\{[^}]*\}/g, "")).split(/\s+/),
  );
  expect(written.filter((name) => name !== "" && !primitives.includes(name))).toEqual([]);
  const isWritten = (name: string) => new RegExp(`["\` ]${name}["\` ]`).test(code);
  expect(primitives.filter((name) => !isWritten(name))).toEqual([]);
});
