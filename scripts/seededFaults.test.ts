import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyPatch, SEEDED_FAULTS } from "../e2e/grid/seededFaults.ts";

describe("the seeded faults of `npm run faults:seeded`", () => {
  it.each(SEEDED_FAULTS)("$name: its patches still match the source", ({ patches }) => {
    for (const patch of patches) {
      const source = readFileSync(patch.file, "utf8");
      expect(applyPatch(source, patch)).not.toBe(source);
    }
  });
});

describe("a patch", () => {
  const patch = { file: "a.ts", search: "b", replacement: "c" };

  it("replaces text that occurs once", () => {
    expect(applyPatch("abd", patch)).toBe("acd");
  });

  it.each(["ad", "abbd"])("is rejected for “%s”", (source) => {
    expect(() => applyPatch(source, patch)).toThrow("a.ts has this");
  });
});
