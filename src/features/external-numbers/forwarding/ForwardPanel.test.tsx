import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { panel } from "#app/testing/form.ts";
import { hasText } from "#app/testing/hasText.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { rememberForwarding } from "#app/testing/remembered.ts";
import { accountAt, fault, office, server, setRemembered } from "#app/testing/sandbox.ts";
import {
  choose,
  expectSummary,
  field,
  fill,
  offDialog,
  openForm,
  pick,
  save,
  sent,
  setNumber,
  turnOff,
} from "./testing/forward.ts";

const TARGET = { number_type: "ate", number_id: 1 } as const;
const BY_NUMBER = {
  ...TARGET,
  type: "number",
  destination_number: "79993332210",
  cli_type: "Y",
} as const;
const NUMBER = "+7 910 444-55-66";

describe("the forwarding of an external number", () => {
  it("makes no claim about the current setting, explains what saving will do, and saves just that", async () => {
    const { user, address } = await openForm();
    expect(screen.getByText(/Провайдер не сообщает, что установлено сейчас/)).toBeVisible();
    await expectSummary("Выберите, куда направлять звонки");
    const types = within(panel().getByRole("group", { name: "Куда направлять звонки" }));
    expect(types.getAllByRole("radio", { checked: false }).length).toBeGreaterThan(0);
    expect(types.queryAllByRole("radio", { checked: true })).toEqual([]);

    await choose(user, /^SIP-аккаунт/);
    await expectSummary("Осталось указать: SIP-аккаунт и какой номер увидят.");
    const { id, number, name } = accountAt(2);
    await pick(user, "SIP-аккаунт", String(number), new RegExp(name));
    await choose(user, /Сотрудник увидит номер звонящего, например \+7.900.000-00-00/);
    await expectSummary(
      `Звонки на ${NUMBER} пойдут на SIP-аккаунт ${number} ${name}. Сотрудник увидит номер звонящего.`,
    );
    await save(user);
    await waitFor(() => expect(address()).toBe("/external-numbers"));
    expect(sent()).toEqual([{ ...TARGET, type: "sip", sip_id: id, cli_type: "Y" }]);
    expect(await screen.findByText(/теперь идут на SIP-аккаунт/)).toBeVisible();
  });

  it("keeps what was typed for each type, and sends only the chosen one's", async () => {
    const { user } = await openForm();
    await choose(user, /^Номер телефона/);
    await fill(user, "Номер телефона", "8 910 444-55-66");
    expect(await screen.findByText(/звонок пойдёт по кругу/)).toBeVisible();
    await fill(user, "Номер телефона", "8 (999) 333-22-10");
    await choose(user, /Владелец телефона увидит номер \+7/);
    await choose(user, /^SIP-адрес/);
    await fill(user, "SIP-адрес", "sip:123456789@ext.plusofon.ru");
    await choose(user, /^amoCRM/);
    await fill(user, "Адрес amoCRM", "plusofon.amocrm.ru");
    await choose(user, /^RetailCRM/);
    expect(field("Адрес RetailCRM")).toHaveValue("");
    await fill(user, "Адрес RetailCRM", "https://plusofon.retailcrm.ru/orders/");
    await choose(user, /^amoCRM/);
    expect(field("Адрес amoCRM")).toHaveValue("plusofon.amocrm.ru");
    await choose(user, /^Номер телефона/);
    expect(field("Номер телефона")).toHaveValue("+7\u00a0999\u00a0333-22-10");
    await expectSummary(`Звонки на ${NUMBER} пойдут на номер +7 999 333-22-10. Владелец`);
    await choose(user, /^SIP-адрес/);
    expect(field("SIP-адрес")).toHaveValue("sip:123456789@ext.plusofon.ru");
    await save(user);
    await waitFor(() => expect(sent()).toHaveLength(1));
    const destination_uri = "123456789@ext.plusofon.ru";
    expect(sent()).toEqual([{ ...TARGET, type: "sip_uri", destination_uri, cli_type: "N" }]);
  });

  it("to a CRM has a fallback with its own field", async () => {
    const { user } = await openForm({}, "/external-numbers/sipuri/3/forward");
    await choose(user, /^Битрикс24/);
    await save(user);
    // All missing fields are shown at once.
    await waitFor(() => expect(field("Адрес Битрикс24")).toHaveFocus());
    expect(screen.getAllByText("Выберите один из вариантов")).toHaveLength(2);
    await fill(user, "Адрес Битрикс24", "https://plusofon.bitrix24.ru/crm/");
    await choose(user, /^Сотрудник увидит номер звонящего/);
    await choose(user, "Никуда");
    await expectSummary("Если Битрикс24 не назовёт, куда, звонок никуда не пойдёт.");
    await choose(user, "На группу");
    await pick(user, "Группа", "прод", /Продажи/);
    await choose(user, /^Сотрудники группы увидят номер \+7/);
    await expectSummary(
      "Куда пойдут звонки на +7 910 444-55-67, решает Битрикс24 (plusofon.bitrix24.ru). " +
        "Сотрудник увидит номер звонящего. " +
        "Если Битрикс24 не назовёт, куда, звонок пойдёт на группу «Продажи». " +
        "Сотрудники группы увидят номер +7 910 444-55-67.",
    );
    await save(user);
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()).toEqual([
      {
        number_type: "sipuri",
        number_id: 3,
        type: "bitrix",
        host: "plusofon.bitrix24.ru",
        cli_type: "Y",
        type_default: "group",
        group_id: 9,
        cli_type_default: "N",
      },
    ]);
  });

  it("is turned off after a warning that the setting can't be restored", async () => {
    const { user, address } = await openForm();
    await user.click(panel().getByRole("button", { name: /Выключить переадресацию/ }));
    const dialog = await offDialog();
    expect(
      dialog.getByText(hasText(`Звонки на ${NUMBER} больше не будут переадресованы.`)),
    ).toBeVisible();
    expect(dialog.getByText(/вернуть прежнее Пульт не сможет/)).toBeVisible();
    expect(dialog.getByRole("button", { name: "Отмена" })).toHaveFocus();
    const confirm = dialog.getByRole("button", { name: "Выключить переадресацию" });
    expect(confirm).toBeDisabled();
    await user.click(dialog.getByRole("checkbox"));
    await user.dblClick(confirm);
    await waitFor(() => expect(address()).toBe("/external-numbers"));
    expect(sent()).toEqual([{ ...TARGET, type: "empty" }]);
    expect(screen.getByText(/больше не переадресуются/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Вернуть" })).toBeNull();
  });

  it("that was set through Pult fills in the form, and can be restored after it is turned off", async () => {
    setRemembered(rememberForwarding(BY_NUMBER));
    const { user } = await openForm();
    expect(panel().getByText(/Задано из Пульта 12 ноября 2025 \(anna\)/)).toHaveTextContent(
      /идут на номер \+7.999.333-22-10.*в другом месте, здесь этого не видно/,
    );
    expect(panel().getByRole("radio", { name: /^Номер телефона/ })).toBeChecked();
    expect(field("Номер телефона")).toHaveValue("+7\u00a0999\u00a0333-22-10");
    await expectSummary(`Звонки на ${NUMBER} пойдут на номер +7 999 333-22-10. Владелец`);
    await user.click(panel().getByRole("button", { name: /Выключить переадресацию/ }));
    const dialog = await offDialog();
    expect(dialog.getByText(hasText(/идут на номер \+7.999.333-22-10/))).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Выключить переадресацию" }));
    await user.click(await screen.findByRole("button", { name: "Вернуть" }));
    await screen.findByText(hasText(/Переадресация .* возвращена/));
    expect(sent()).toEqual([{ ...TARGET, type: "empty" }, BY_NUMBER]);
  });

  it("that was turned off through Pult is known, and the form is empty", async () => {
    const actor = "anonymous";
    setRemembered(rememberForwarding({ ...TARGET, type: "empty" }, { actor }));
    await openForm();
    expect(
      panel().getByText(hasText(/Задано из Пульта 12 ноября 2025. Звонки на .* не переадресуются/)),
    ).toBeVisible();
    await expectSummary("Выберите, куда направлять звонки");
    expect(panel().queryByRole("button", { name: "Заполнить этим форму" })).toBeNull();
  });

  it("is unknown after a save with an unknown outcome, what was set before a click away", async () => {
    setRemembered(rememberForwarding(BY_NUMBER, { certain: false }));
    const { user } = await openForm();
    expect(panel().getByText(/Провайдер не сообщает, что установлено сейчас/)).toHaveTextContent(
      /Выполнено ли более позднее изменение, неизвестно/,
    );
    await expectSummary("Выберите, куда направлять звонки");
    await user.click(panel().getByRole("button", { name: "Заполнить этим форму" }));
    await expectSummary(`Звонки на ${NUMBER} пойдут на номер +7 999 333-22-10. Владелец`);
    expect(panel().queryByRole("button", { name: "Заполнить этим форму" })).toBeNull();
    await user.click(panel().getByRole("button", { name: /Выключить переадресацию/ }));
    const dialog = await offDialog();
    expect(dialog.getByText(/вернуть прежнее Пульт не сможет/)).toBeVisible();
  });

  it("is asked for as before while what Pult remembers can't be read", async () => {
    server.use(
      http.get("*/api/pult/remembered/external", () => HttpResponse.json({}, { status: 503 })),
    );
    const { user } = await openForm();
    expect(panel().getByText(/сейчас прочитать не удалось/)).toBeVisible();
    await setNumber(user);
    await waitFor(() => expect(sent()).toEqual([BY_NUMBER]));
  });

  it("is turned off without losing what was typed", async () => {
    const { user, address } = await openForm();
    await choose(user, /^Номер телефона/);
    await fill(user, "Номер телефона", "79993332210");
    await turnOff(user);
    await screen.findByText(/больше не переадресуются/);
    expect(field("Номер телефона")).toHaveValue("+7\u00a0999\u00a0333-22-10");
    await user.click(panel().getByRole("button", { name: "Отмена" }));
    await user.click(await screen.findByRole("button", { name: "Уйти без сохранения" }));
    await waitFor(() => expect(address()).toBe("/external-numbers"));
    expect(sent()).toEqual([{ ...TARGET, type: "empty" }]);
  });

  it("asks before unsaved changes are discarded", async () => {
    const { user, address } = await openForm();
    await choose(user, /^Группа/);
    await user.click(panel().getByRole("button", { name: "Отмена" }));
    await user.click(await screen.findByRole("button", { name: "Продолжить правку" }));
    expect(panel().getByRole("radio", { name: /^Группа/ })).toBeChecked();
    await user.click(panel().getByRole("button", { name: "Отмена" }));
    await user.click(await screen.findByRole("button", { name: "Уйти без сохранения" }));
    await waitFor(() => expect(address()).toBe("/external-numbers"));
    expect(sent()).toEqual([]);
  });
});

describe("an address without a number to forward", () => {
  it.each([
    ["ate/999", "Такого номера в списке нет"],
    ["fax/1", "подключения двух видов"],
    ["sipuri/none", "нет ИД номера"],
  ])("%s shows why, and links back", async (place, words) => {
    const { user, address } = await renderApp(`/external-numbers/${place}/forward`);
    expect(await screen.findByText(new RegExp(words))).toBeVisible();
    expect(screen.queryAllByRole("radio", { hidden: true })).toEqual([]);
    await user.click(screen.getByRole("link", { name: "К списку номеров" }));
    await waitFor(() => expect(address()).toBe("/external-numbers"));
  });

  it("shows that the list failed, and retries", async () => {
    fault({ operation: "GET /number/external", fault: "status:403" });
    const { user } = await renderApp("/external-numbers/ate/1/forward");
    expect(await panel().findByText("Провайдер отказал в доступе.")).toBeVisible();
    fault();
    await user.click(panel().getByRole("button", { name: "Повторить" }));
    expect(await panel().findByRole("radio", { name: /^SIP-аккаунт/ })).toBeVisible();
  });

  it("keeps the form of a number that disappears from the list meanwhile", async () => {
    const { user, client } = await openForm();
    await choose(user, /^Номер телефона/);
    await fill(user, "Номер телефона", "79993332210");
    office().externalNumbers = [];
    await client.refetchQueries();
    expect(field("Номер телефона")).toHaveValue("79993332210");
    await choose(user, /номер звонящего/);
    await save(user);
    expect(await panel().findByRole("alert")).toHaveTextContent("Провайдер этого больше не знает");
    expect(field("Номер телефона")).toHaveValue("+7\u00a0999\u00a0333-22-10");
  });
});
