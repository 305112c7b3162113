import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { alternating, firstOf } from "./connect.ts";

const never = new Promise<never>(() => undefined);
const after = (ms: number) => (address: string) =>
  new Promise<string>((resolve) => setTimeout(() => resolve(address), ms));
const fails = (address: string) => Promise.reject(new Error(address));

/** Opens each as told; says which answered and when it began to try which. */
async function race(ways: Record<string, (address: string) => Promise<string>>) {
  const start = performance.now();
  const tried: [string, number][] = [];
  const first = firstOf(Object.keys(ways), (address) => {
    tried.push([address, performance.now() - start]);
    return ways[address]?.(address) ?? never;
  }).catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(4_000);
  return { first: await first, tried };
}

describe("of a name's addresses", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("a slow one that is followed by a dead one answers", async () => {
    const { first, tried } = await race({ v4: after(2_000), v6: () => never });
    expect(first).toBe("v4");
    expect(tried).toEqual([
      ["v4", 0],
      ["v6", 250],
    ]);
  });

  it("one behind a dead one answers", async () => {
    expect((await race({ v6: () => never, v4: after(10) })).first).toBe("v4");
  });

  it("the next is tried at once when one fails, and none more when one answers", async () => {
    const { first, tried } = await race({ v6: fails, v4: after(10), other: after(10) });
    expect(first).toBe("v4");
    expect(tried).toEqual([
      ["v6", 0],
      ["v4", 0],
    ]);
  });

  it("where all fail, the first says why", async () => {
    expect((await race({ a: fails, b: fails })).first).toBe("a");
  });

  it("both kinds take turns, the preferred one first", () => {
    const found = ["::1", "::2", "::3", "1.1.1.1"].map((address) => ({
      address,
      family: address.includes(":") ? 6 : 4,
    }));
    expect(alternating(found)).toEqual(["::1", "1.1.1.1", "::2", "::3"]);
  });
});
