import { describe, expect, it, vi } from "vitest";
import { messagesPlugin } from "./vitePlugin.ts";

function compile(catalog: Record<string, string>): string {
  const { transform } = messagesPlugin();
  if (typeof transform !== "object") throw new Error("The plugin transforms nothing");
  const run = transform.handler as unknown as (source: string) => { code: string };
  return run(JSON.stringify(catalog)).code;
}

describe("catalogs at build time", () => {
  it("become plain data that needs no ICU parser", () => {
    const code = compile({ plain: "Hello", filled: "{n} s", many: "{n, plural, other {# rows}}" });
    expect(code).toBe(
      'export default {"plain":["Hello"],"filled":[["n"]," s"],' +
        '"many":[["n","plural",{"other":["#"," rows"]}]]}',
    );
  });

  it.each(["{n, plural, one {#", "{n", "{n, plural}"])("rejects %s", (message) => {
    vi.spyOn(console, "error").mockReturnValue();
    expect(() => compile({ broken: message })).toThrow();
  });
});
