import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { label } from "#api/operation.ts";
import { documented, lookupLists } from "#api/operations.ts";
import { FAULT_FORMS } from "#sandbox/faults.ts";

const CODE = ["src", "proxy", "server", "sandbox", "e2e", "bench", "build", "scripts"];
const API = "docs/plusofon-api.md";
const DECISIONS = "docs/decisions";

const read = (file: string) => readFileSync(file, "utf8");
const findAll = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, match = ""]) => match);
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file).replaceAll("\\", "/"));

const api = read(API);
const pages = ["README.md", "CONTRIBUTING.md", ...filesIn("docs", /\.md$/)];

describe("the traps of the API", () => {
  const traps = findAll(api, /^### <a id="trap-\d+"><\/a>Trap (\d+): /gm);

  it("are numbered from 1, each with an anchor of its number", () => {
    expect(traps).toEqual(traps.map((_, index) => String(index + 1)));
    expect(findAll(api, /<a id="trap-(\d+)">/g)).toEqual(traps);
  });

  it("include every trap that a comment cites", () => {
    const files = CODE.flatMap((folder) => filesIn(folder, /\.(tsx?|mjs)$/));
    // A citation may be split over two lines of a comment.
    const cited = files.flatMap((file) => findAll(read(file), /\btrap[\s*/]+(\d+)/g));
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((number) => !traps.includes(number))).toEqual([]);
  });

  it("each have a test", () => {
    const tests = read("src/api/traps.test.ts") + read("src/api/trapsErrors.test.ts");
    const tested = findAll(tests, /^describe\("(\d+)\. /gm);
    expect(tested.toSorted((a, b) => Number(a) - Number(b))).toEqual(traps);
  });
});

describe("the operations of the API", () => {
  it("are listed with their numbers, in the order of their declarations", () => {
    const listed = findAll(api, /^\| (\d+ \| `[A-Z]+ [^`]+`) \|/gm);
    const declared = Object.values(documented).map(
      (op, index) => `${index + 1} | \`${label(op)}\``,
    );
    expect(listed).toEqual(declared);
  });

  it("include the lookup lists", () => {
    const listed = findAll(api, /^\| `\w+` \| `(GET [^`]+)` \|/gm);
    expect(listed).toEqual(Object.values(lookupLists).map(label));
  });
});

it("README names every fault of the sandbox", () => {
  const readme = read("README.md");
  expect(FAULT_FORMS.filter((form) => !readme.includes(`\`${form}`))).toEqual([]);
});

/** Whether a path is a file, a folder, or the beginning of a file's name (`server/resets`). */
function pathExists(path: string): boolean {
  if (existsSync(path)) return true;
  const folder = dirname(path);
  const mayBePrefix = !basename(path).includes(".") && existsSync(folder);
  return mayBePrefix && readdirSync(folder).some((name) => name.startsWith(`${basename(path)}.`));
}

describe.each(pages)("%s", (page) => {
  it("names only files and folders that exist", () => {
    // A path with a placeholder is checked up to it: of `src/api/<group>.ts` the folder.
    const pattern = new RegExp(`(?<![\\w./-])((?:${CODE.join("|")}|deploy|docs)/[\\w./-]*)`, "g");
    const paths = findAll(read(page), pattern).map((path) => path.replace(/[./]+$/, ""));
    expect(paths.filter((path) => !pathExists(path))).toEqual([]);
  });

  it("links only to pages and headings that exist", () => {
    const links = findAll(read(page), /\]\((?!https?:)([^)\s]+)\)/g);
    const broken = links.filter((link) => {
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? page : join(dirname(page), file);
      return !existsSync(target) || (anchor !== undefined && !collectAnchors(target).has(anchor));
    });
    expect(broken).toEqual([]);
  });
});

/** The anchors of a page: those that GitHub gives its headings, and explicit ones. */
function collectAnchors(page: string): ReadonlySet<string> {
  const text = read(page);
  const headings = findAll(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\d _-]/gu, "")
      .replaceAll(" ", "-"),
  );
  return new Set([...headings, ...findAll(text, /<a id="([^"]+)">/g)]);
}

describe("the decisions", () => {
  const decisionFiles = readdirSync(DECISIONS).filter((name) => name !== "README.md");

  it("are listed with their titles, in the order of their numbers", () => {
    const rows = decisionFiles.map((name) => {
      const [, number = "", title = ""] =
        /^# (\d{3}): (.+)$/m.exec(read(join(DECISIONS, name))) ?? [];
      expect(name).toMatch(new RegExp(`^${number}-`));
      return `| [${number}](${name}) | ${title} |`;
    });
    expect(findAll(read(join(DECISIONS, "README.md")), /^(\| \[.+)$/gm)).toEqual(rows.toSorted());
  });

  it.each(decisionFiles)("%s is short and has a date and all parts", (name) => {
    const text = read(join(DECISIONS, name));
    expect(text.split("\n").length).toBeLessThanOrEqual(41);
    expect(text).toMatch(/^Date: \d{4}-\d{2}$/m);
    const parts = ["Context", "Decision", "Consequences", "What would change it"];
    expect(findAll(text, /^## (.+)$/gm)).toEqual(parts);
  });
});
