import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { OLDEST_BROWSERS } from "../e2e/lib/oldestBrowsers.ts";

const read = (name: string) => readFileSync(join(import.meta.dirname, "..", name), "utf8");
const { chrome, edge, firefox, safari, safari_ios: ios } = OLDEST_BROWSERS;

it("README, index.html and the build target name the same oldest browsers as the browser tests", () => {
  expect([edge, ios]).toEqual([chrome, safari]);
  expect(read("README.md").replaceAll(/\s+/g, " ")).toContain(
    `other Chromium from ${chrome}, Firefox from ${firefox}, Safari (macOS and iOS) from ${safari}.`,
  );
  const page = read("index.html");
  for (const text of [
    `Opera: ${chrome}+`,
    `Firefox: ${firefox}+`,
    `Safari (macOS, iOS): ${safari}+`,
  ]) {
    expect(page).toContain(text);
  }
  const target = [`chrome${chrome}`, `edge${edge}`, `firefox${firefox}`, `safari${safari}`];
  expect(read("vite.config.ts")).toContain(
    `target: ${JSON.stringify(target).replaceAll(",", ", ")}`,
  );
});
