import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { closed, field, fill, panel } from "#app/testing/form.ts";
import { hasText } from "#app/testing/hasText.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, office, requests } from "#app/testing/sandbox.ts";

const LIST = "GET /smart-numbers";
const ADD = "POST /smart-numbers";
const USER = "ИД пользователя";
const PHONE = "Номер назначения";
const NAME = "Название";
const FAILURES = [
  ["status:500:no-access", "Провайдер отказал в доступе"],
  ["drop", "Неизвестно, выполнено ли это"],
  ["status:429", "Слишком много запросов"],
  ["html", "Неизвестно, выполнено ли это"],
  ["success-false", "Провайдер этого не принял"],
] as const;
const submit = () => panel().getByRole("button", { name: "Добавить номер" });

async function openForm(path = "/smart-numbers/new?user=12") {
  const app = await renderApp(path);
  await screen.findByRole("dialog", { name: "Новый умный номер" });
  return app;
}

/** The form over the list, filled in. */
async function openFilled() {
  const app = await openForm();
  await screen.findByText("17 номеров");
  await fill(app.user, PHONE, "+37410324041");
  return app;
}

describe("adding a smart number", () => {
  it("accepts a number of any country, names the country, and sends the documented request", async () => {
    const { user, address } = await openForm("/smart-numbers/new?user=12&q=клиент");
    await screen.findByText("14 из 17 номеров");
    expect(field(PHONE)).toHaveFocus();
    await fill(user, PHONE, " +374 (10) 32-40-41 ");
    expect(await panel().findByText("Армения, +374")).toBeVisible();
    await fill(user, NAME, "  Бар «Ночь» ");
    await waitFor(() => expect(field(PHONE)).toHaveValue("+374\u00a010\u00a0324041"));
    await user.dblClick(submit());
    await screen.findByText(
      hasText(/Добавлен умный номер \+7.900.000-51-01, он ведёт на \+374.10.324041/),
    );
    expect(requests(ADD)).toMatchObject([
      { body: { phone_b: "37410324041", user_id: 12, description: "Бар «Ночь»" }, status: 201 },
    ]);
    await closed();
    expect(address()).toBe("/smart-numbers?user=12");
    const rows = screen.getAllByRole("row");
    expect(rows[1]).toHaveTextContent(/\+7.900.000-51-01.*новый/);
    expect(screen.getAllByText("новый")).toHaveLength(1);
  });

  it("shows only that it was added where the new one can't be identified", async () => {
    const { user } = await openFilled();
    const [twin] = office().smartNumbers;
    if (twin === undefined) throw new Error("no number");
    const like = { ...twin, user_id: 12, phoneB: "37410324041", description: "" };
    office().smartNumbers.push({ ...like, id: 900, phoneX: "79000009000" });
    await user.click(submit());
    await screen.findByText(/Умный номер добавлен, он ведёт на .*провайдер не сообщил/);
    await screen.findByText("19 номеров");
    expect(screen.queryByText("новый")).toBeNull();
  });

  it("requires a user where the address names none, and shows whose number was added", async () => {
    const { user, address } = await openForm("/smart-numbers/new");
    expect(field(USER)).toHaveFocus();
    await user.click(submit());
    expect(panel().getAllByText("Заполните это поле")).toHaveLength(2);
    await fill(user, USER, "15");
    await fill(user, PHONE, "8 (900) 000-12-34");
    await user.click(submit());
    await waitFor(() => expect(address()).toBe("/smart-numbers?user=15"));
    expect(requests(ADD).at(-1)?.body).toEqual({ phone_b: "79000001234", user_id: 15 });
    await screen.findByText("1 номер");
  });

  it("shows what is wrong next to the field and sends nothing", async () => {
    const { user } = await openForm();
    for (const [label, text, reason] of [
      [USER, "12а", "Только цифры"],
      [USER, "0", "Не меньше 1"],
      [USER, "1,5", "Целое число, без дробной части"],
      [PHONE, "12", /2 цифры — это не весь номер/],
      [PHONE, "+374 10", /^Армения: после \+374 здесь 2 цифры/],
      [PHONE, "позвоните мне", /Непонятно: «позвоните»/],
      [NAME, "я".repeat(256), /Не больше 255.символов/],
    ] as const) {
      await fill(user, label, text);
      await user.click(submit());
      expect(await panel().findByText(reason)).toBeVisible();
      expect(field(label)).toBeInvalid();
    }
    expect(requests(ADD)).toEqual([]);
  });

  it("that the provider rejects shows why on the right field", async () => {
    const { user } = await openFilled();
    for (const message of ["User not found.", "User not found"]) {
      fault({ operation: ADD, fault: "status:500", message });
      await user.click(submit());
      await panel().findByText("Пользователя с ИД 12 провайдер не знает");
      expect(field(USER)).toHaveFocus();
      expect(panel().queryByRole("alert")).toBeNull();
    }
    const fields = { phone_b: ["Направление закрыто"] };
    fault({ operation: ADD, fault: "status:422", fields });
    await user.click(submit());
    await panel().findByText("Провайдер сообщает: «Направление закрыто»");
    expect(field(PHONE)).toHaveFocus();
  });

  it("that fails keeps what was typed, is sent once and refetches the list", async () => {
    const { user } = await openFilled();
    for (const [kind, words] of FAILURES) {
      const before = requests(LIST).length;
      fault({ operation: ADD, fault: kind });
      await user.click(submit());
      expect(await panel().findByRole("alert")).toHaveTextContent(words);
      expect(field(PHONE)).toHaveValue("+374\u00a010\u00a0324041");
      await waitFor(() => expect(requests(LIST)).toHaveLength(before + 1));
    }
    expect(requests(ADD)).toHaveLength(FAILURES.length);
  });
});
