import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";

/** The form that lies over the page. */
export const panel = () => within(screen.getByRole("dialog"));

/** A field by its label, whatever kind of text it takes. */
export function field(label: string): HTMLInputElement {
  return panel().getByLabelText<HTMLInputElement>(label, { selector: "input" });
}

/** Puts a text in place of what a field holds. */
export async function fill(user: UserEvent, label: string, text: string): Promise<void> {
  await user.clear(field(label));
  await user.click(field(label));
  if (text !== "") await user.paste(text);
}
