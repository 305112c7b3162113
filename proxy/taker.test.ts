import { expect, it } from "vitest";
import { before, guarded, promised, type Taker } from "./taker.ts";

function noting() {
  const notes: string[] = [];
  const taker: Taker<number> = {
    take: (value) => notes.push(`took ${value}`),
    fail: (error) => notes.push(String(error)),
  };
  return { notes, taker };
}

it("tells a failure on the way like any other", () => {
  const { notes, taker } = noting();
  const positive = guarded((value: number) => {
    if (value < 0) throw new RangeError("too small");
    taker.take(value);
  }, taker.fail);
  positive.take(1);
  positive.take(-1);
  positive.fail("down");
  expect(notes).toEqual(["took 1", "RangeError: too small", "down"]);
});

it("does something before either", () => {
  const { notes, taker } = noting();
  const later = before(() => notes.push("first"), taker);
  later.take(1);
  later.fail("down");
  expect(notes).toEqual(["first", "took 1", "first", "down"]);
});

it("becomes a promise", async () => {
  await expect(promised((taker) => taker.take(1))).resolves.toBe(1);
  await expect(promised((taker) => taker.fail("down"))).rejects.toBe("down");
});
