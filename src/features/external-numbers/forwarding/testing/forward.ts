import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { renderApp } from "#app/testing/renderApp.tsx";
import { requests } from "#app/testing/sandbox.ts";

export const FOLLOW = "POST /number/external/follow";
export const PATH = "/external-numbers/ate/1/forward";

/** The bodies that were sent so far. */
export const sent = () => requests(FOLLOW).map(({ body }) => body);

export async function openForm(options: Parameters<typeof renderApp>[1] = {}, path = PATH) {
  const app = await renderApp(path, options);
  await screen.findByLabelText(/^SIP-аккаунт/);
  return app;
}

// By label and text, not by role: with so many controls that takes ten times as long.

export async function choose(user: UserEvent, label: RegExp | string): Promise<void> {
  await user.click(screen.getByLabelText(label, { selector: "[type=radio]" }));
}

/** A field by its label; not the radio button of the type, which may have the same label. */
export function field(label: string): HTMLInputElement {
  return screen.getByLabelText<HTMLInputElement>(label, { selector: "input:not([type=radio])" });
}

/** Replaces a field's value. */
export async function fill(user: UserEvent, label: string, text: string): Promise<void> {
  await user.clear(field(label));
  await user.click(field(label));
  if (text !== "") await user.paste(text);
}

/** Searches a picker and takes the option that it offers. */
export async function pick(user: UserEvent, label: string, typed: string, option: RegExp) {
  await fill(user, label, typed);
  await user.click(await screen.findByText(option, { selector: "[role=option]" }));
}

export async function save(user: UserEvent): Promise<void> {
  await user.click(screen.getByText("Сохранить"));
}

/** The visible sentence; the live region follows after a pause in typing. */
export async function expectSummary(words: string): Promise<void> {
  await waitFor(() => {
    const summary = screen.getByLabelText("Что произойдёт");
    if (!summary.textContent.replaceAll("\u00a0", " ").includes(words)) {
      throw new Error(summary.textContent);
    }
  });
}

export const offDialog = async () =>
  within(await screen.findByRole("dialog", { name: /^Выключить переадресацию .*\?$/ }));

/** Clicks "turn off", and confirms. */
export async function turnOff(user: UserEvent): Promise<void> {
  await user.click(screen.getByText("Выключить переадресацию…"));
  const dialog = await offDialog();
  const tick = dialog.queryByRole("checkbox");
  if (tick !== null) await user.click(tick);
  await user.click(dialog.getByRole("button", { name: "Выключить переадресацию" }));
}

/** Saves a forwarding to a phone number. */
export async function setNumber(user: UserEvent): Promise<void> {
  await choose(user, /^Номер телефона/);
  await fill(user, "Номер телефона", "8 (999) 333-22-10");
  await choose(user, /номер звонящего/);
  await save(user);
}
