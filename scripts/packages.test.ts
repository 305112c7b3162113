import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Package {
  hasInstallScript?: boolean;
  engines?: { node?: string };
}

const read = (name: string) => JSON.parse(readFileSync(name, "utf8")) as Record<string, unknown>;
const packages = Object.entries(read("package-lock.json")["packages"] as Record<string, Package>);

/** Whether a version range includes Node 20.19, the oldest that Pult supports. */
function allowsNode20(range: string): boolean {
  return range.split("||").some((part) => {
    const [, operator, major, minor = "0"] =
      /^\s*(\^|>=|)\s*v?(\d+)(?:\.(\d+|[*x]))?/.exec(part) ?? [];
    return Number(major) === 20 ? !(Number(minor) > 19) : Number(major) < 20 && operator === ">=";
  });
}

it("every package supports Pult's oldest Node.js", () => {
  const newer = packages.filter(([, { engines }]) => !allowsNode20(engines?.node ?? ">=0"));
  expect(newer.map(([name]) => name)).toEqual([]);
});

it("package.json allows or forbids each install script, so that npm does not ask", () => {
  const withScript = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = withScript.map(([path]) => path.replace(/.*node_modules\//, ""));
  expect(Object.keys(read("package.json")["allowScripts"] as object).toSorted()).toEqual(
    names.toSorted(),
  );
});
