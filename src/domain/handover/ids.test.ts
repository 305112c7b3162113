import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paths } from "#paths";
import { MAX_IDS, readIds } from "./ids.ts";

const written = (ids: number[]) =>
  new URL(paths.sipHandover(ids), "http://x").searchParams.get("ids");

describe("the ids in the address of a hand-over", () => {
  it("consecutive ones are written as ranges", () => {
    expect(written([25])).toBe("25");
    expect(written([25, 27, 40, 41, 42, 43])).toBe("25,27,40-43");
    expect(written([7, 8])).toBe("7-8");
  });

  it("are read as they were written", () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(ids, (list) => {
        expect(readIds(written(list) ?? "")).toEqual({ ids: list });
      }),
    );
  });

  it("are read once each, with blanks around", () => {
    expect(readIds(" 25, 27-29 ,28")).toEqual({ ids: [25, 27, 28, 29] });
  });

  it("are refused as a whole where a part can't be read", () => {
    expect(readIds("")).toEqual({ problem: "none" });
    for (const text of ["a", "25,", "0", "-5", "5-", "9-5", "1-2-3", "1.5", "1e3"]) {
      expect([text, readIds(text)]).toEqual([text, { problem: "unreadable" }]);
    }
  });

  it("are as many as are handed over at once", () => {
    expect(readIds(`1-${MAX_IDS}`)).toMatchObject({ ids: { length: MAX_IDS } });
    expect(readIds(`1-${MAX_IDS + 1}`)).toEqual({ problem: "tooMany" });
    expect(readIds(`1-${MAX_IDS},900`)).toEqual({ problem: "tooMany" });
    expect(readIds("1-999999999999")).toEqual({ problem: "tooMany" });
  });
});
