import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect } from "vitest";

/** The form in the panel over the page. */
export const panel = () => within(screen.getByRole("dialog"));

/** Waits until no panel is over the page any more, and it is accessible again. */
export const closed = () =>
  waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("main")).toBeInTheDocument();
  });

/**
 * A field by its label, whatever its type. Looked for among the labels first: `getByLabelText` asks
 * each element of the panel for its own, a tenth of the time of a form's tests.
 */
export function field(label: string): HTMLInputElement {
  const labels = [...screen.getByRole("dialog").querySelectorAll("label")];
  const [found, ...others] = labels.filter(({ textContent }) => textContent.trim() === label);
  if (others.length === 0 && found?.control instanceof HTMLInputElement) return found.control;
  return panel().getByLabelText<HTMLInputElement>(label, { selector: "input" });
}

/** Replaces a field's value. */
export async function fill(user: UserEvent, label: string, text: string): Promise<void> {
  await user.clear(field(label));
  if (text !== "") await user.paste(text);
}
