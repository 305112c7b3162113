import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { IN_USE_MS, TURN_MS, useTurning } from "./useTurning.ts";

beforeEach(() => vi.useFakeTimers());

const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const use = (event: Event) => act(() => document.dispatchEvent(event));
const open = (pages: number) =>
  renderHook((count: number) => useTurning(count), { initialProps: pages }).result;

describe("the pages of the wall", () => {
  it("turn by themselves, and begin again after the last one", async () => {
    const result = open(3);
    for (const page of [0, 1, 2, 0]) {
      expect(result.current.page).toBe(page);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await wait(TURN_MS);
    }
  });

  it("stay while somebody is there, and go on a minute after the last touch", async () => {
    const result = open(3);
    await use(new KeyboardEvent("keydown", { key: "Tab" }));
    await wait(IN_USE_MS - 1000);
    await use(new Event("wheel"));
    await wait(IN_USE_MS - 1000);
    expect(result.current).toMatchObject({ page: 0, isTurning: false });
    await wait(1000);
    await wait(TURN_MS);
    expect(result.current).toMatchObject({ page: 1, isTurning: true });
  });

  it("stay where they are held, and can be turned by hand both ways", async () => {
    const result = open(3);
    act(() => result.current.hold(true));
    await wait(10 * TURN_MS);
    expect(result.current).toMatchObject({ page: 0, isHeld: true });
    act(() => result.current.turn(-1));
    expect(result.current.page).toBe(2);
    act(() => result.current.turn(1));
    expect(result.current.page).toBe(0);
  });

  it("are never beyond the last one when there are fewer", async () => {
    const { result, rerender } = renderHook((count: number) => useTurning(count), {
      initialProps: 3,
    });
    await wait(2 * TURN_MS);
    expect(result.current.page).toBe(2);
    rerender(1);
    expect(result.current).toMatchObject({ page: 0, isTurning: false });
    rerender(0);
    expect(result.current.page).toBe(0);
  });
});
