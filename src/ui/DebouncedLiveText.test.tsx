import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DebouncedLiveText } from "./DebouncedLiveText.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

it("is shown at once and announced once it has not changed for a second", () => {
  const { rerender } = render(<DebouncedLiveText text="3 left" />);
  const liveRegion = screen.getByRole("status");
  for (const text of ["2 left", "1 left"]) {
    rerender(<DebouncedLiveText text={text} />);
    expect(screen.getByText(text)).toHaveAttribute("aria-hidden", "true");
    wait(999);
    expect(liveRegion).toHaveTextContent("3 left");
  }
  wait(1);
  expect(liveRegion).toHaveTextContent("1 left");
});
