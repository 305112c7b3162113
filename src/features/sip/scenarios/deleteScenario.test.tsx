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
const understood = () =>
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
  it("names it, says that it can't be restored, and may be cancelled without a trace", async () => {
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

  it("takes it off the page, says so, and leaves the focus with the list", async () => {
    const { user } = await openDialog("Вечер");
    await user.click(remove());
    await closed();
    expect(await screen.findByText("Сценарий «Вечер» удалён")).toBeVisible();
    expect(cards()).toEqual(["День", "Ночь"]);
    expect(screen.getByRole("heading", { name: "Сценарии" })).toHaveFocus();
    expect(accountAt(0).scenarios.map(({ name }) => name)).toEqual(["День", "Ночь"]);
  });

  it("that is active wants a tick, and shows which one the provider made active", async () => {
    const { user } = await openDialog("День");
    expect(dialog().getByText(/какой сценарий станет активным, решит провайдер/)).toBeVisible();
    expect(remove()).toBeDisabled();
    const tick = understood();
    if (tick === null) throw new Error("nothing to tick");
    await user.click(tick);
    await user.click(remove());
    await closed();
    expect(cards()).toEqual(["Вечер", "Ночь"]);
    const mark = await section().findByText("Активный");
    expect(mark.closest("li")).toHaveAccessibleName("Вечер");
  });

  it("that is not active wants no tick", async () => {
    await openDialog("Ночь");
    expect(understood()).toBeNull();
    expect(remove()).toBeEnabled();
  });

  it("that is the only one leaves an empty list that teaches", async () => {
    const { user } = await openDialog("День", ["День"]);
    expect(dialog().getByText(/без него провайдер сам решает/)).toBeVisible();
    const tick = understood();
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
  ])("that fails with %s says so inside, once, and may be tried again", async (kind, title) => {
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
  });

  it("that is gone already says so, and the list shows it", async () => {
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

  it("whose answer was lost is off the page as soon as the list is read again", async () => {
    const { user } = await openDialog("Вечер");
    fault({ operation: DELETE, fault: "drop", after: true });
    await user.click(remove());
    expect(await dialog().findByRole("alert")).toHaveTextContent(/Неизвестно, выполнено ли это/);
    await waitFor(() => expect(cards()).toEqual(["День", "Ночь"]));
  });
});
