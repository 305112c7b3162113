import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" });
const keys = files
  .filter((file) => file.endsWith("locales/en.json"))
  .flatMap((file) => Object.keys(JSON.parse(readFileSync(`src/${file}`, "utf8")) as object));
const prefixes = [...new Set(keys.map((key) => key.split(".")[0] ?? ""))];
const code = files
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/testing\//.test(file))
  .map((file) => readFileSync(`src/${file}`, "utf8"))
  .join("\n");

/** Keys as written in the code: `"sip.title"`, or with a variable part, `` `status.${state}` ``. */
const written = [
  ...code.matchAll(new RegExp(`["\`]((?:${prefixes.join("|")})\\.[\\w.$\\{\\}]+)["\`]`, "g")),
]
  .map(([, key = ""]) => key)
  // A type, not a key.
  .filter((key) => !key.includes("${string}"));
const patterns = written.map(
  (key) => new RegExp(`^${key.replaceAll(/\$\{[\w.]+\}/g, "[\\w-]+").replaceAll(".", "\\.")}$`),
);

it("finds keys in the code", () => {
  expect(written).toEqual(expect.arrayContaining(["sip.title", "status.${state}"]));
});

it("every key of the code is in a catalog", () => {
  const missing = written.filter((_, index) => !keys.some((key) => patterns[index]?.test(key)));
  expect(missing).toEqual([]);
});

it("every key of a catalog is in the code", () => {
  expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});
