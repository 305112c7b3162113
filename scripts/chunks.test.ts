import { describe, expect, it } from "vitest";
import {
  collectFiles,
  measureFurtherRoutes,
  isPhoneFormatting,
  type Manifest,
  median,
} from "./lib/chunks.ts";

const manifest: Manifest = {
  "index.html": { file: "assets/index.js", imports: ["_shared.js"] },
  "_shared.js": { file: "assets/shared.js", imports: ["index.html"] },
  "_form.js": { file: "assets/form.js", imports: ["_shared.js"] },
  "src/features/a/ListPage.tsx": {
    file: "assets/ListPage.js",
    isDynamicEntry: true,
    imports: ["_shared.js"],
  },
  "src/features/b/OtherPage.tsx": {
    file: "assets/OtherPage.js",
    isDynamicEntry: true,
    imports: ["_form.js", "index.html"],
  },
  "src/b/locales/ru.json": { file: "assets/ru.js", isDynamicEntry: true },
};

describe("chunks", () => {
  it("follow static imports, also circular ones", () => {
    expect([...collectFiles(manifest, "src/features/b/OtherPage.tsx")].sort()).toEqual([
      "assets/OtherPage.js",
      "assets/form.js",
      "assets/index.js",
      "assets/shared.js",
    ]);
  });

  it("count for a further route only what the first route has not loaded", () => {
    const loaded = new Set(["assets/index.js", "assets/shared.js", "assets/ListPage.js"]);
    const sizes: Record<string, number> = { "assets/OtherPage.js": 10, "assets/form.js": 5 };
    expect(measureFurtherRoutes(manifest, loaded, (file) => sizes[file] ?? 1000)).toEqual([
      { name: "OtherPage", bytes: 15 },
    ]);
  });

  it("of phone formatting are recognised by name", () => {
    expect(isPhoneFormatting("assets/libphonenumber-1a.js")).toBe(true);
    expect(isPhoneFormatting("assets/dialPlan-1a.js")).toBe(true);
    expect(isPhoneFormatting("assets/index-1a.js")).toBe(false);
  });

  it("median is the middle value, or the mean of the two in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 100])).toBe(3);
    expect(median([7])).toBe(7);
  });
});
