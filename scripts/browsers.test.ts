import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { OLDEST } from "../e2e/lib/baseline.ts";

const read = (name: string) => readFileSync(join(import.meta.dirname, "..", name), "utf8");
const { chrome, edge, firefox, safari, safari_ios: ios } = OLDEST;

it("README, the plain page and the build name the browsers that the built app is held to", () => {
  expect([edge, ios]).toEqual([chrome, safari]);
  expect(read("README.md").replaceAll(/\s+/g, " ")).toContain(
    `other Chromium from ${chrome}, Firefox from ${firefox}, Safari (macOS and iOS) from ${safari}.`,
  );
  const page = read("index.html");
  for (const words of [
    `Opera: ${chrome}+`,
    `Firefox: ${firefox}+`,
    `Safari (macOS, iOS): ${safari}+`,
  ]) {
    expect(page).toContain(words);
  }
  const target = [`chrome${chrome}`, `edge${edge}`, `firefox${firefox}`, `safari${safari}`];
  expect(read("vite.config.ts")).toContain(
    `target: ${JSON.stringify(target).replaceAll(",", ", ")}`,
  );
});
