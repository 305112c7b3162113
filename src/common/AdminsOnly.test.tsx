import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { operationList } from "#api/operations.ts";
import { ANNA, requireLogin, VERA } from "#app/testing/login.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, requests } from "#app/testing/sandbox.ts";

const REASON = "Only an administrator can do this.";

it("every change of the provider's data takes an administrator", () => {
  const writes = operationList.filter(({ method }) => method !== "GET");
  expect(writes.filter(({ access }) => access !== "admin")).toEqual([]);
});

async function openAsSupport(path: string) {
  requireLogin({ user: VERA });
  const app = await renderApp(path, { locale: "en" });
  await screen.findByRole("button", { name: "Vera", hidden: true });
  return app;
}

describe("what a role does not allow", () => {
  it("is there, disabled, and says why, also to who presses it", async () => {
    const { user, address } = await openAsSupport("/sip");
    await screen.findByText("8 accounts");
    const create = screen.getByRole("link", { name: "Create account" });
    expect(create).toHaveAttribute("aria-disabled", "true");
    expect(create).toHaveAccessibleDescription(REASON);
    await user.click(create);
    expect(await screen.findByText(REASON)).toBeVisible();
    expect(address()).toBe("/sip");
  });

  it("reveals no password, and deletes nothing, by keyboard neither", async () => {
    const { user } = await openAsSupport(`/sip/${accountAt(0).id}`);
    const show = await screen.findByRole("button", { name: /Show the password/ });
    show.focus();
    await user.keyboard("{Enter}");
    await user.click(screen.getByRole("button", { name: "More" }));
    const remove = screen.getByRole("button", { name: "Delete" });
    remove.focus();
    await user.keyboard(" ");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(requests("GET /sip/{id}").length).toBe(1);
    for (const control of [show, remove]) expect(control).toHaveAttribute("aria-disabled", "true");
  });

  it("changes no setting", async () => {
    const { user } = await openAsSupport("/voicemail");
    const send = await screen.findByRole<HTMLInputElement>("switch");
    const { checked } = send;
    await user.click(send);
    expect(send.checked).toBe(checked);
    const address = screen.getByRole<HTMLInputElement>("textbox");
    const { value } = address;
    await user.type(address, "x{Enter}");
    expect(address.value).toBe(value);
    expect(requests().every(({ method }) => method === "GET")).toBe(true);
  });

  it("shows no form that is opened by its address", async () => {
    const { user, address } = await openAsSupport("/sip/new");
    const panel = within(await screen.findByRole("dialog", { name: "Not for your role" }));
    await user.click(panel.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(address()).toBe("/sip"));
  });
});

it("an administrator's page is as it is where nobody signs in", async () => {
  requireLogin({ user: ANNA });
  await renderApp("/sip", { locale: "en" });
  const create = await screen.findByRole("link", { name: "Create account" });
  expect(create).not.toHaveAttribute("aria-disabled");
});

it("a wall has the status wall alone, and says so elsewhere", async () => {
  requireLogin({ user: { ...VERA, role: "wall" } });
  const { address, unmount } = await renderApp("/", { locale: "en" });
  await waitFor(() => expect(address()).toBe("/status/wall"));
  unmount();
  const before = requests().length;
  await renderApp("/directions", { locale: "en" });
  expect(await screen.findByText(/signed in as a wall screen/)).toBeVisible();
  const asked = requests().slice(before);
  expect(asked.filter(({ path }) => !path.startsWith("/api/v1/sip"))).toEqual([]);
});

it("somebody without a role is told to ask for one", async () => {
  requireLogin({ user: { ...VERA, role: null } });
  await renderApp("/sip", { locale: "en" });
  expect(await screen.findByText(/Nobody has given you a role yet/)).toBeVisible();
});
