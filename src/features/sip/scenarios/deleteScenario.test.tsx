import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { closed } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, requests } from "#app/testing/sandbox.ts";

const DELETE = "DELETE /sip/{id}/scenarios/{sid}";
const NAMES = ["День", "Вечер", "Ночь"];
const section = () => within(screen.getByRole("region", { name: "Сценарии", hidden: true }));
const cards = () =>
  section()
    .queryAllByRole("heading", { level: 3, hidden: true })
    .map(({ textContent }) => textContent);
const trash = (name: string) => section().getByRole("button", { name: `Удалить «${name}»` });
const dialog = () => within(screen.getByRole("dialog"));
const remove = () => dialog().getByRole("button", { name: "Удалить сценарий" });
const confirmation = () =>
  dialog().queryByRole("checkbox", { name: "Понимаю, что вернуть это нельзя" });

async function openDialog(name: string, names = NAMES) {
  const account = accountAt(0);
  const [first] = account.scenarios;
  if (first === undefined) throw new Error("no scenario");
  account.scenarios = names.map((each, index) => ({ ...first, id: 9001 + index, name: each }));
  account.activeId = 9001;
  const app = await renderApp(`/sip/${account.id}`);
  await section().findByText("Активный");
  await app.user.click(trash(name));
  await screen.findByRole("dialog");
  return app;
}

describe("deleting a scenario", () => {
  it("names it, warns that it can't be restored, and can be cancelled without sending anything", async () => {
    const { user } = await openDialog("Вечер");
    expect(screen.getByRole("dialog", { name: "Удалить сценарий «Вечер»?" })).toBeVisible();
    expect(dialog().getByText(/Восстановить его будет нельзя/)).toBeVisible();
    expect(dialog().queryByText(/сейчас активен/)).toBeNull();
    expect(dialog().getByRole("button", { name: "Отмена" })).toHaveFocus();
    await user.keyboard("{Escape}");
    await closed();
    expect(trash("Вечер")).toHaveFocus();
    expect(requests(DELETE)).toEqual([]);
  });

  it("removes it from the page, shows a toast, and leaves the focus on the list", async () => {
    const { user } = await openDialog("Вечер");
    await user.click(remove());
    await closed();
    expect(await screen.findByText("Сценарий «Вечер» удалён")).toBeVisible();
    expect(cards()).toEqual(["День", "Ночь"]);
    expect(screen.getByRole("heading", { name: "Сценарии" })).toHaveFocus();
    expect(accountAt(0).scenarios.map(({ name }) => name)).toEqual(["День", "Ночь"]);
  });

  it("that is active requires a tick, and shows which one the provider made active", async () => {
    const { user } = await openDialog("День");
    expect(dialog().getByText(/какой сценарий станет активным, решит провайдер/)).toBeVisible();
    expect(remove()).toBeDisabled();
    const tick = confirmation();
    if (tick === null) throw new Error("nothing to tick");
    await user.click(tick);
    await user.click(remove());
    await closed();
    expect(cards()).toEqual(["Вечер", "Ночь"]);
    const mark = await section().findByText("Активный");
    expect(mark.closest("li")).toHaveAccessibleName("Вечер");
  });

  it("that is not active requires no tick", async () => {
    await openDialog("Ночь");
    expect(confirmation()).toBeNull();
    expect(remove()).toBeEnabled();
  });

  it("that is the only one leaves an empty list that explains the first step", async () => {
    const { user } = await openDialog("День", ["День"]);
    expect(dialog().getByText(/без него провайдер сам решает/)).toBeVisible();
    const tick = confirmation();
    if (tick !== null) await user.click(tick);
    await user.click(remove());
    await closed();
    expect(await section().findByRole("heading", { name: "Сценариев пока нет" })).toBeVisible();
  });

  it("sends one request however often one clicks", async () => {
    const { user } = await openDialog("Вечер");
    fault({ operation: DELETE, fault: "latency:100" });
    const button = remove();
    await user.dblClick(button);
    button.click();
    await closed();
    expect(requests(DELETE)).toHaveLength(1);
  });

  it.each([
    ["status:403", "Провайдер отказал в доступе"],
    ["status:500", "Сбой на стороне провайдера"],
    ["success-false", "Провайдер этого не принял"],
    ["drop", "Нет связи с сервером"],
    ["html", "Ответ провайдера не удалось понять"],
  ])(
    "that fails with %s shows the error once inside the dialog, and can be retried",
    async (kind, title) => {
      const { user } = await openDialog("Вечер");
      fault({ operation: DELETE, fault: kind });
      await user.click(remove());
      expect(await dialog().findByRole("alert")).toHaveTextContent(title);
      expect(screen.getAllByText(new RegExp(title))).toHaveLength(1);
      expect(cards()).toEqual(NAMES);
      fault();
      await user.click(remove());
      await closed();
      expect(cards()).toEqual(["День", "Ночь"]);
    },
  );

  it("that is already deleted shows that, and the list updates", async () => {
    const { user } = await openDialog("Вечер");
    const account = accountAt(0);
    account.scenarios = account.scenarios.filter(({ name }) => name !== "Вечер");
    await user.click(remove());
    expect(await dialog().findByRole("alert")).toHaveTextContent("Провайдер этого больше не знает");
    await waitFor(() => expect(cards()).toEqual(["День", "Ночь"]));
    await user.click(dialog().getByRole("button", { name: "Отмена" }));
    await closed();
    expect(screen.getByRole("heading", { name: "Сценарии" })).toHaveFocus();
  });

  it("whose response was lost leaves the page as soon as the list is refetched", async () => {
    const { user } = await openDialog("Вечер");
    fault({ operation: DELETE, fault: "drop", after: true });
    await user.click(remove());
    expect(await dialog().findByRole("alert")).toHaveTextContent(/Неизвестно, выполнено ли это/);
    await waitFor(() => expect(cards()).toEqual(["День", "Ночь"]));
  });
});
