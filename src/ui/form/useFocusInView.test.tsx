import { act, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { expect, it, vi } from "vitest";
import { useFocusInView } from "./useFocusInView.ts";

function Form() {
  const form = useRef<HTMLFormElement>(null);
  useFocusInView(form);
  return (
    <form ref={form}>
      <button type="button">Add</button>
    </form>
  );
}

it("a focused field is scrolled back into view after an error has pushed it down", async () => {
  render(<Form />);
  const button = screen.getByRole("button", { name: "Add" });
  const intoView = vi.spyOn(button, "scrollIntoView");
  act(() => button.focus());
  await vi.waitFor(() => expect(intoView).toHaveBeenCalledWith({ block: "nearest" }));
});
