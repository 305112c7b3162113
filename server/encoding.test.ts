import { describe, expect, it } from "vitest";
import { encodingFor } from "./encoding.ts";

describe("encodingFor", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["BR", "br"],
    ["gzip;q=1.0, br;q=0.5", "gzip"],
    ["gzip; q=0.5 , br; q=0.5", "br"],
    ["br;q=0, gzip;q=0.001", "gzip"],
    ["br;q=0.000, *", "gzip"],
    ["*", "br"],
    ["*;q=0.5, identity;q=0.1", "br"],
    ["identity;q=0, gzip", "gzip"],
    ["identity, gzip;q=0.5", undefined],
    ["identity", undefined],
    ["br;q=0, gzip;q=0", undefined],
    ["*;q=0", undefined],
    ["br;q=2, gzip;q=x, brotli, xgzip", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("for %j chooses %s", (header, encoding) => expect(encodingFor(header)).toBe(encoding));

  it("chooses only what is there", () => {
    expect(encodingFor("br, gzip", ["gzip"])).toBe("gzip");
    expect(encodingFor("br, gzip", [])).toBeUndefined();
    expect(encodingFor("br", ["gzip"])).toBeUndefined();
  });
});
