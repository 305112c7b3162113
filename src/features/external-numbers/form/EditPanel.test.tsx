import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { field, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, MASK, office, requests } from "#app/testing/sandbox.ts";
import { findNumber } from "../testing/numbers.ts";

const PATCH = "PATCH /number/external/{type}/{id}";
const save = () => panel().getByRole("button", { name: "Сохранить" });
/** The live region follows later, after a pause in typing. */
const visibleText = (text: string) => panel().getByText(text, { selector: "[aria-hidden]" });
const sent = () => requests(PATCH).map(({ path, body }) => [path, body]);
const PORT = "Порт: введите заново";
const PASSWORD = "Пароль: введите заново";

async function openForm(of: string) {
  const app = await renderApp(`/external-numbers/${of}/edit`);
  await screen.findByRole("dialog", { name: /Изменить номер/ });
  return app;
}

describe("editing a connection", () => {
  it("of «АТС»: keeps what is known, requires the rest again, and sends all of it", async () => {
    const { user, address, client } = await openForm("ate/2");
    expect(field("Номер")).toHaveValue("+7\u00a0495\u00a0000-20-02");
    expect(field("Сервер оператора")).toHaveValue("sip.operator.example");
    expect(field("Логин")).toHaveValue("21201588169402");
    expect(field(PORT)).toHaveValue("");
    // A password manager has nothing to fill in.
    expect(document.querySelector("[type=password]")).toBeNull();
    const [notice, left] = panel().getAllByRole("status");
    expect(notice).toHaveTextContent(/не возвращает порт и пароль\. Введите заново/);
    // Announced by itself, but not while typing.
    expect(notice).not.toHaveTextContent("Осталось заполнить");
    expect(left).toHaveTextContent("Осталось заполнить: 2 из 2.");
    await user.click(save());
    expect(await panel().findAllByText("Заполните это поле")).toHaveLength(2);
    await user.click(panel().getByRole("button", { name: "Ввести пароль" }));
    expect(field(PASSWORD)).toHaveFocus();
    await fill(user, PORT, "5080");
    expect(visibleText("Осталось заполнить: 1 из 2.")).toBeVisible();
    await fill(user, PASSWORD, "s3cret-Zq7m");
    expect(visibleText("Всё введено.")).toBeVisible();
    await fill(user, "Сервер оператора", "sip.y.example");
    await user.dblClick(save());
    await waitFor(() => expect(address()).toBe("/external-numbers/ate/2"));
    const body = {
      host: "sip.y.example",
      number: 74950002002,
      port: 5080,
      login: "21201588169402",
      secret: MASK,
    };
    expect(sent()).toEqual([["/api/v1/number/external/ate/2", body]]);
    expect(findNumber(2).secret).toBe("s3cret-Zq7m");
    expect(await screen.findByText("Сохранено")).toBeVisible();
    await screen.findByRole("dialog", { name: /^\+7/ });
    expect(await panel().findByText("sip.y.example")).toBeVisible();
    const states = client
      .getQueryCache()
      .getAll()
      .map(({ state }) => state);
    expect(JSON.stringify([states, client.getMutationCache().getAll()])).not.toContain("s3cret");
  });

  it("of SIP-URI with one server: requires nothing again, and sends only what changed", async () => {
    const { user, address } = await openForm("sipuri/18");
    expect(panel().queryByText(/не возвращает/)).toBeNull();
    await fill(user, "Номер", "8 800 000 20 18");
    await user.click(save());
    await waitFor(() => expect(address()).toBe("/external-numbers/sipuri/18"));
    expect(await screen.findByText("Ничего не изменено")).toBeVisible();
    expect(sent()).toEqual([]);
  });

  it("of SIP-URI with several servers: explains that, and sends none of them by itself", async () => {
    const { user, address } = await openForm("sipuri/3");
    expect(
      panel().getByText(/Сейчас указаны 2 сервера: sip1\.operator\.example, sip2/),
    ).toBeVisible();
    const server = "Сервер оператора: введите заново";
    expect(field(server)).toHaveValue("");
    await user.click(save());
    expect(await panel().findByText("Заполните это поле")).toBeVisible();
    expect(sent()).toEqual([]);
    await fill(user, server, "sip3.operator.example");
    await user.click(save());
    await waitFor(() => expect(address()).toBe("/external-numbers/sipuri/3"));
    const body = { host: "sip3.operator.example", number: 79104445567 };
    expect(sent()).toEqual([["/api/v1/number/external/sipuri/3", body]]);
  });

  it("keeps the form's values when the list is refetched", async () => {
    const { user, client } = await openForm("ate/2");
    await fill(user, PORT, "5080");
    findNumber(2).host = "sip.colleague.example";
    await client.refetchQueries({ queryKey: ["listExternalNumbers"] });
    expect(field("Сервер оператора")).toHaveValue("sip.operator.example");
    expect(field(PORT)).toHaveValue("5080");
  });

  it.each([
    ["status:500:no-access", /Провайдер отказал в доступе/],
    ["status:404", /Провайдер этого больше не знает/],
    ["drop", /Неизвестно, выполнено ли это/],
  ])("that fails with %s keeps what was typed and shows the error", async (kind, words) => {
    const { user } = await openForm("sipuri/18");
    fault({ operation: PATCH, fault: kind });
    await fill(user, "Сервер оператора", "sip.z.example");
    await user.click(save());
    expect(await panel().findByRole("alert")).toHaveTextContent(words);
    expect(field("Сервер оператора")).toHaveValue("sip.z.example");
    expect(requests(PATCH)).toHaveLength(1);
  });

  it("gets a new form at another address", async () => {
    const { user, router } = await openForm("ate/2");
    await user.click(field(PORT));
    await act(() => router.navigate("/external-numbers/ate/17/edit"));
    expect(field("Номер")).toHaveValue("+7\u00a0495\u00a0000-20-17");
    expect(field("Логин")).toHaveValue("21201588169417");
  });

  it("shows briefly that the list failed, and retries", async () => {
    fault({ operation: "GET /number/external", fault: "status:403" });
    const { user } = await renderApp("/external-numbers/ate/2/edit");
    expect(await panel().findByRole("alert")).toHaveTextContent(
      /^Провайдер отказал в доступе\.Повторить$/,
    );
    fault();
    await user.click(panel().getByRole("button", { name: "Повторить" }));
    expect(await panel().findByRole("button", { name: "Сохранить" })).toBeVisible();
  });

  it("shows that the number no longer exists", async () => {
    office().externalNumbers = [];
    await renderApp("/external-numbers/ate/2/edit");
    expect(await screen.findByText(/Такого номера в списке нет/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Сохранить" })).toBeNull();
  });
});
