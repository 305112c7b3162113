import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { closed } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, office, requests } from "#app/testing/sandbox.ts";
import { accountsQuery } from "#domain/sip/queries.ts";

const dialog = () => within(screen.getByRole("dialog"));
const confirmation = () =>
  dialog().getByRole("checkbox", { name: "Понимаю, что вернуть это нельзя" });
const remove = () => dialog().getByRole("button", { name: `Удалить ${accountAt(0).number}` });
const DELETE = "DELETE /sip/{id}";

async function openDialog() {
  const app = await renderApp(`/sip/${accountAt(0).id}`);
  await app.user.click(await screen.findByRole("button", { name: "Ещё" }));
  await app.user.click(screen.getByRole("button", { name: "Удалить" }));
  await screen.findByRole("dialog");
  return app;
}

describe("deleting an account", () => {
  it("names the account and its scenarios, and requires a confirmation", async () => {
    await openDialog();
    const { number, name, scenarios } = accountAt(0);
    expect(screen.getByRole("dialog", { name: `Удалить ${number} ${name}?` })).toBeVisible();
    expect(dialog().getByText(/удалятся 3 сценария/)).toHaveTextContent(
      scenarios.map((scenario) => scenario.name).join(", "),
    );
    expect(remove()).toBeDisabled();
    expect(requests(DELETE)).toEqual([]);
  });

  it("can be cancelled without sending anything", async () => {
    const { user } = await openDialog();
    expect(dialog().getByRole("button", { name: "Отмена" })).toHaveFocus();
    await user.click(confirmation());
    await user.keyboard("{Escape}");
    await closed();
    expect(screen.getByRole("button", { name: "Ещё" })).toHaveFocus();
    expect(requests(DELETE)).toEqual([]);
  });

  it("removes the account from the list and shows a toast", async () => {
    const { user, address } = await openDialog();
    const { id, name, number } = accountAt(0);
    await user.click(confirmation());
    await user.click(remove());
    await waitFor(() => expect(address()).toBe("/sip"));
    expect(await screen.findByText(`Аккаунт ${number} ${name} удалён`)).toBeVisible();
    expect(await screen.findByText(/^7 аккаунтов/)).toBeVisible();
    expect(screen.queryByRole("link", { name })).toBeNull();
    expect(office().accounts.has(id)).toBe(false);
  });

  it("sends one request however often one clicks", async () => {
    const { user, address } = await openDialog();
    fault({ operation: DELETE, fault: "latency:100" });
    await user.click(confirmation());
    const button = remove();
    await user.dblClick(button);
    button.click();
    await waitFor(() => expect(address()).toBe("/sip"));
    expect(requests(DELETE)).toHaveLength(1);
  });

  it.each([
    ["status:500:no-access", "Провайдер отказал в доступе"],
    ["status:500", "Сбой на стороне провайдера"],
    ["success-false", "Провайдер этого не принял"],
    ["drop", "Нет связи с сервером"],
    ["html", "Ответ провайдера не удалось понять"],
  ])(
    "that fails with %s shows the error once inside the dialog, and can be retried",
    async (kind, title) => {
      const { user, address } = await openDialog();
      fault({ operation: DELETE, fault: kind });
      await user.click(confirmation());
      await user.click(remove());
      expect(await dialog().findByRole("alert")).toHaveTextContent(title);
      expect(screen.getAllByText(new RegExp(title))).toHaveLength(1);
      expect(requests(DELETE)).toHaveLength(1);
      fault();
      await user.click(remove());
      await waitFor(() => expect(address()).toBe("/sip"));
    },
  );

  it.each(["drop", "html", "status:500"])(
    "that ends in %s warns that it may have succeeded, and refetches the list",
    async (kind) => {
      const { user, client } = await openDialog();
      await client.prefetchQuery(accountsQuery());
      fault({ operation: DELETE, fault: kind });
      await user.click(confirmation());
      await user.click(remove());
      const alert = await dialog().findByRole("alert");
      expect(alert).toHaveTextContent(/Неизвестно, выполнено ли это/);
      expect(client.getQueryState(accountsQuery().queryKey)?.isInvalidated).toBe(true);
    },
  );

  it("replaces the deleted account's page in the history", async () => {
    const { user, address, router } = await openDialog();
    const { id, login } = accountAt(0);
    await user.click(confirmation());
    await user.click(remove());
    await waitFor(() => expect(address()).toBe("/sip"));
    await screen.findByText(/^7 аккаунтов/);
    await act(() => router.navigate(-1));
    expect(address()).toBe("/voicemail");
    const shown = vi.fn<() => void>();
    const observer = new MutationObserver(() => {
      if (screen.queryByText(login) !== null) shown();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    await act(() => router.navigate(`/sip/${id}`));
    await waitFor(() => expect(requests("GET /sip/{id}").at(-1)?.status).toBe(404));
    await screen.findByRole("heading", { name: "Такого аккаунта нет" });
    observer.disconnect();
    expect(shown).not.toHaveBeenCalled();
  });
});
