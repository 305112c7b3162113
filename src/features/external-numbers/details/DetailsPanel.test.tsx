import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { hasText } from "#app/testing/hasText.ts";
import { rememberForwarding } from "#app/testing/remembered.ts";
import { fault, office, requests, setRemembered } from "#app/testing/sandbox.ts";
import { findNumber } from "../testing/numbers.ts";

const DELETE = "DELETE /number/external/{type}/{id}";
const dialog = (name?: string | RegExp) =>
  within(screen.getByRole("dialog", name === undefined ? {} : { name }));

describe("one number", () => {
  it("of «АТС», not registered: shows the provider's status and time, what to check, what to copy", async () => {
    const { user, address } = await renderApp("/external-numbers/ate/2");
    const panel = within(await screen.findByRole("dialog"));
    expect(await panel.findByText("Провайдер сообщает: «UNREGED»")).toBeVisible();
    expect(panel.getByText(/^Обновлено \d+\s\S+\s\d{4}.* — так пишет провайдер/)).toBeVisible();
    expect(panel.getByRole("heading", { name: "Не зарегистрирован" })).toBeVisible();
    expect(
      within(panel.getByRole("region", { name: "Что проверить" })).getAllByRole("listitem"),
    ).toHaveLength(4);
    await user.click(panel.getByRole("button", { name: "Скопировать: Логин" }));
    expect(await navigator.clipboard.readText()).toBe("21201588169402");
    await user.click(panel.getByRole("link", { name: "Изменить" }));
    await screen.findByRole("dialog", { name: /Изменить номер/ });
    expect(address()).toBe("/external-numbers/ate/2/edit");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(address()).toBe("/external-numbers/ate/2"));
  });

  it("says where its calls go and who set that, or that it is not known", async () => {
    const { client } = await renderApp("/external-numbers/ate/2");
    const panel = within(await screen.findByRole("dialog"));
    expect(await panel.findByText(/а из Пульта её не задавали/)).toBeVisible();
    setRemembered(
      rememberForwarding({
        number_type: "ate",
        number_id: 2,
        type: "number",
        destination_number: "79993332210",
        cli_type: "N",
      }),
    );
    await act(() => client.refetchQueries());
    const said =
      /Задано из Пульта 12 ноября 2025 \(anna\)\. Звонки на \+7 495 000-20-02 идут на номер \+7 999/;
    expect(await panel.findByText(hasText(said))).toBeVisible();
    expect(panel.getByText(/в другом месте, здесь этого не видно/)).toBeVisible();
  });

  it("of SIP-URI: shows the address and its use, each server, no registration", async () => {
    const { user, client } = await renderApp("/external-numbers/sipuri/3");
    const panel = within(await screen.findByRole("dialog"));
    await panel.findByText(hasText(/Передайте этот адрес оператору номера \+7 910 444-55-67/));
    await user.click(panel.getByRole("button", { name: /Скопировать: Адрес/ }));
    expect(await navigator.clipboard.readText()).toBe("4229179104445567@ext.plusofon.example");
    expect(panel.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      "sip1.operator.example",
      "sip2.operator.example",
    ]);
    await waitFor(() => expect(client.isFetching()).toBe(0));
    expect(panel.queryByText("Что проверить")).toBeNull();
  });

  it.each([
    ["sipuri/2", /Такого номера в списке нет/],
    ["fax/1", /подключения двух видов/],
    ["ate/0", /нет ИД номера/],
  ])("%s is shown as not found with the reason, and only a link back", async (path, words) => {
    await renderApp(`/external-numbers/${path}`);
    expect(await screen.findByText(words)).toBeVisible();
    const links = dialog().getAllByRole("link");
    expect(links).toEqual([dialog().getByRole("link", { name: "К списку номеров" })]);
  });
});

const confirmation = () => dialog(/Отключить номер/).getByRole("checkbox");
const confirm = () => dialog(/Отключить номер/).getByRole("button", { name: "Отключить номер" });

async function openDialog() {
  // The two kinds may have the same id.
  findNumber(18).id = 17;
  const app = await renderApp("/external-numbers/ate/17");
  await app.user.click(await screen.findByRole("button", { name: "Отключить" }));
  await screen.findByRole("dialog", { name: /Отключить номер/ });
  return app;
}

describe("disconnecting a number", () => {
  it("explains what stops and what stays, and deletes exactly that one", async () => {
    const { user, address } = await openDialog();
    expect(dialog(/Отключить номер/).getByText(/перестанут приходить в офис/)).toBeVisible();
    expect(dialog(/Отключить номер/).getByText(/Сам номер останется/)).toBeVisible();
    expect(confirm()).toBeDisabled();
    await user.click(confirmation());
    await user.dblClick(confirm());
    await waitFor(() => expect(address()).toBe("/external-numbers"));
    expect(await screen.findByText(hasText("Номер +7 495 000-20-17 отключён"))).toBeVisible();
    expect(requests(DELETE).map(({ path }) => path)).toEqual(["/api/v1/number/external/ate/17"]);
    expect(office().externalNumbers.map(({ id, type }) => `${type}:${id}`)).toContain("sipuri:17");
    const numbers = within(screen.getByRole("table", { hidden: true }));
    expect(numbers.queryByText("+7 495 000-20-17")).toBeNull();
    expect(numbers.getByText("+7 800 000-20-18")).toBeVisible();
  });

  it.each([
    ["status:500:no-access", /Провайдер отказал в доступе/],
    ["success-false", /Провайдер этого не принял/],
    ["drop", /Неизвестно, выполнено ли это/],
  ])("that fails with %s shows why inside the dialog, and can be retried", async (kind, words) => {
    const { user, address } = await openDialog();
    await waitFor(() => expect(requests("GET /number/external")).toHaveLength(1));
    fault({ operation: DELETE, fault: kind });
    await user.click(confirmation());
    await user.click(confirm());
    expect(await dialog(/Отключить номер/).findByRole("alert")).toHaveTextContent(words);
    // It may have succeeded: the list is refetched, the write is not repeated.
    await waitFor(() => expect(requests("GET /number/external")).toHaveLength(2));
    expect(requests(DELETE)).toHaveLength(1);
    fault();
    await user.click(confirm());
    await waitFor(() => expect(address()).toBe("/external-numbers"));
  });
});
