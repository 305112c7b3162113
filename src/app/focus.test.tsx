import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { failLaterPages } from "#app/testing/pages.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, openOffice } from "#app/testing/sandbox.ts";
import { toast } from "#ui/toasts.ts";

type User = Awaited<ReturnType<typeof renderApp>>["user"];

const heading = () => screen.getByRole("heading", { level: 1 });
const find = (name: string) => screen.findByRole("button", { name });

/** Presses a button by keyboard and waits until it is unmounted. */
async function press(user: User, button: HTMLElement) {
  act(() => button.focus());
  await user.keyboard("{Enter}");
  await waitFor(() => expect(button).not.toBeInTheDocument());
}

describe("the heading gets the focus when the focused button unmounts", () => {
  it("after Retry of a list that could not be read", async () => {
    fault({ operation: "GET /sip", fault: "status:401" });
    const { user } = await renderApp("/sip");
    const retry = await find("Повторить");
    fault();
    await press(user, retry);
    await screen.findByRole("table");
    expect(heading()).toHaveFocus();
  });

  it("after Retry of an account that could not be read", async () => {
    fault({ operation: "GET /sip/{id}", fault: "status:401" });
    const { user } = await renderApp(`/sip/${accountAt(0).id}`);
    const retry = await find("Повторить");
    fault();
    await press(user, retry);
    await screen.findByText(accountAt(0).login);
    expect(heading()).toHaveFocus();
  });

  it("after Retry of a refresh that failed", async () => {
    const { user } = await renderApp("/sip");
    await screen.findByRole("table");
    fault({ operation: "GET /sip", fault: "status:401" });
    await user.click(await find("Обновить"));
    const retry = await find("Повторить");
    fault();
    await press(user, retry);
    expect(heading()).toHaveFocus();
  });

  it("after Retry of an incomplete list", async () => {
    openOffice({ accounts: 250 });
    const { recover } = failLaterPages();
    const { user } = await renderApp("/sip");
    const retry = await find("Повторить");
    recover();
    await press(user, retry);
    await screen.findByText("250 аккаунтов");
    expect(heading()).toHaveFocus();
  });

  it("after showing all accounts where none matched", async () => {
    const { user } = await renderApp("/sip?q=нет+такого");
    await press(user, await find("Показать все"));
    await screen.findByRole("table");
    expect(heading()).toHaveFocus();
  });

  it("after closing a toast", async () => {
    const { user } = await renderApp("/sip");
    act(() => {
      toast("error", "Не скопировано");
    });
    await press(user, await find("Закрыть"));
    expect(heading()).toHaveFocus();
  });
});

describe("back on a list", () => {
  it("the row that was opened gets the focus, and the list keeps search and order", async () => {
    const { name, number } = accountAt(3);
    const { user, address, router } = await renderApp("/sip?sort=-name&q=2");
    await user.click(await screen.findByRole("link", { name }));
    await screen.findByRole("heading", { name: `${number} ${name}` });
    await user.click(screen.getByRole("link", { name: "SIP-аккаунты", current: false }));
    expect(address()).toBe("/sip?sort=-name&q=2");
    await waitFor(() => expect(screen.getByRole("link", { name })).toHaveFocus());
    await act(() => router.navigate(-1));
    await screen.findByRole("heading", { name: `${number} ${name}` });
    await act(() => router.navigate(-1));
    await waitFor(() => expect(screen.getByRole("link", { name })).toHaveFocus());
  });
});
