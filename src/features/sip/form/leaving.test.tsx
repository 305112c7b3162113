import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { closed, field, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, requests } from "#app/testing/sandbox.ts";

const question = () => screen.findByRole("dialog", { name: "Уйти без сохранения?" });

async function openForm(path: string) {
  const app = await renderApp(path);
  await screen.findByRole("dialog");
  return app;
}

/** Whether the browser would ask before it closes the tab. */
const closing = () => {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
};

/** Every way to close the form. */
const WAYS: [string, (app: Awaited<ReturnType<typeof openForm>>) => Promise<void>][] = [
  ["Cancel", ({ user }) => user.click(panel().getByRole("button", { name: "Отмена" }))],
  ["Escape", ({ user }) => user.keyboard("{Escape}")],
  [
    "Back",
    async ({ router }) =>
      // A blocked navigation never settles, so it can't be awaited.
      act(async () => {
        void router.navigate(-1);
      }),
  ],
];

describe("leaving a changed form", () => {
  it.each(WAYS)("by %s asks; staying keeps everything", async (_, leave) => {
    const app = await openForm("/sip/new");
    await fill(app.user, "Имя", "Анна");
    await leave(app);
    const dialog = within(await question());
    await app.user.click(dialog.getByRole("button", { name: "Продолжить правку" }));
    await waitFor(() => expect(screen.queryByText("Уйти без сохранения?")).toBeNull());
    expect(field("Имя")).toHaveValue("Анна");
    expect(app.address()).toBe("/sip/new");
  });

  it.each(WAYS)("by %s asks; leaving discards it", async (_, leave) => {
    const path = `/sip/${accountAt(0).id}/edit`;
    const app = await openForm(path);
    await fill(app.user, "Имя", "Анна");
    await leave(app);
    const dialog = within(await question());
    await app.user.click(dialog.getByRole("button", { name: "Уйти без сохранения" }));
    await waitFor(() => expect(app.address()).not.toBe(path));
    // Until the form has unmounted, it would block the next navigation back as well.
    await closed();
    expect(requests("PATCH /sip/{id}")).toEqual([]);
    await act(() => app.router.navigate(path));
    await screen.findByRole("dialog");
    expect(field("Имя")).toHaveValue(accountAt(0).name);
  });

  it("by closing the tab triggers the browser's own question", async () => {
    const { user } = await openForm("/sip/new");
    expect(closing()).toBe(false);
    await fill(user, "Имя", "Анна");
    expect(closing()).toBe(true);
  });
});

describe("leaving an unchanged form", () => {
  it.each(WAYS)("by %s does not ask", async (_, leave) => {
    const app = await openForm("/sip/new");
    await leave(app);
    await waitFor(() => expect(app.address()).not.toBe("/sip/new"));
    expect(screen.queryByText("Уйти без сохранения?")).toBeNull();
  });

  it("does not ask after an extension was suggested", async () => {
    const { user, address } = await openForm("/sip/new?q=анна");
    await waitFor(() => expect(field("Добавочный")).not.toHaveValue(""));
    await user.click(panel().getByRole("button", { name: "Закрыть" }));
    await waitFor(() => expect(decodeURIComponent(address())).toBe("/sip?q=анна"));
  });
});
