import { fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { expect, it } from "vitest";
import { useFocusOnClick } from "./useFocusOnClick.ts";

function Form() {
  const form = useRef<HTMLFormElement>(null);
  useFocusOnClick(form);
  return (
    <form ref={form}>
      <label>
        Name <input />
      </label>
      <label>
        <input type="radio" /> One
      </label>
      <button type="button">Add</button>
      <button type="button" tabIndex={-1}>
        Choices
      </button>
      <button type="button" aria-roledescription="row">
        Move
      </button>
    </form>
  );
}

it.each([
  ["radio", "One"],
  ["button", "Add"],
])("a press on a %s leaves the focus in its field until it is a click", (role, name) => {
  render(<Form />);
  const control = screen.getByRole(role, { name });
  screen.getByLabelText("Name").focus();
  expect(fireEvent.mouseDown(control)).toBe(false);
  expect(screen.getByLabelText("Name")).toHaveFocus();
  fireEvent.click(control);
  expect(control).toHaveFocus();
});

it("a drag handle gets the focus at once: it gets no click", () => {
  render(<Form />);
  expect(fireEvent.mouseDown(screen.getByRole("button", { name: "Move" }))).toBe(true);
});

it("a field gets the focus at once, and an element that is not focusable is ignored", () => {
  render(<Form />);
  expect(fireEvent.mouseDown(screen.getByLabelText("Name"))).toBe(true);
  const choices = screen.getByRole("button", { name: "Choices" });
  expect(fireEvent.mouseDown(choices)).toBe(true);
  fireEvent.click(choices);
  expect(choices).not.toHaveFocus();
});
