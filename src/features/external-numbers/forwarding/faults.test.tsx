import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { fault, requests } from "#app/testing/sandbox.ts";
import {
  choose,
  field,
  fill,
  FOLLOW,
  offDialog,
  openForm,
  PATH,
  save,
  sent,
} from "./testing/forward.ts";

interface FaultOptions {
  fault: string;
  retryAfter?: number;
  message?: string;
  fields?: Record<string, string[]>;
}

type Case = readonly [options: FaultOptions, words: RegExp];

const REFUSED: Case = [
  { fault: "status:500:no-access" },
  /Провайдер отказал в доступе.*«No access»/,
];
const LOST: Case = [{ fault: "drop" }, /Нет связи с сервером.*позвоните на номер и проверьте/];
const RATE_LIMITED: Case = [{ fault: "status:429", retryAfter: 7 }, /подождать 7 секунд/];

/** The text above the buttons, or next to the one that turns off. */
const FAILURES: readonly [what: string, press: string, cases: readonly Case[]][] = [
  [
    "save that is refused",
    "Сохранить",
    [
      REFUSED,
      RATE_LIMITED,
      [{ fault: "status:400" }, /Провайдер этого не принял.*«Wrong parameter»/],
      [{ fault: "success-false", message: "Тариф исчерпан" }, /«Тариф исчерпан»/],
      [{ fault: "status:422", fields: { number_id: ["Busy."] }, message: "Busy" }, /«Busy»/],
    ],
  ],
  [
    "save without a clear answer",
    "Сохранить",
    [
      LOST,
      [{ fault: "html" }, /не удалось понять.*позвоните на номер и проверьте/],
      [{ fault: "status:503" }, /Сбой на стороне провайдера.*Неизвестно, выполнено ли это/],
    ],
  ],
];

/** By selector: a query by role takes ten times as long, and this runs often. */
const alerts = () => [...document.querySelectorAll("[role=alert]")].map((one) => one.textContent);

it.each(FAILURES)(
  "a %s shows why, keeps the form and sends nothing again",
  async (_, press, cases) => {
    const { user, address } = await openForm();
    await choose(user, /^Номер телефона/);
    await fill(user, "Номер телефона", "+7 999 333-22-10");
    await choose(user, /номер звонящего/);
    for (const [index, [options, words]] of cases.entries()) {
      fault({ operation: FOLLOW, ...options });
      await user.click(screen.getByText(press));
      await waitFor(() => expect(alerts()).toEqual([expect.stringMatching(words)]));
      expect(requests(FOLLOW)).toHaveLength(index + 1);
      expect(field("Номер телефона")).toHaveValue("+7\u00a0999\u00a0333-22-10");
    }
    expect(address()).toBe(PATH);
    fault();
    await save(user);
    await waitFor(() => expect(address()).toBe("/external-numbers"));
    expect(sent()).toHaveLength(cases.length + 1);
  },
);

it("turning off that fails shows why in its dialog, keeps the form and sends nothing again", async () => {
  const { user, address } = await openForm();
  await choose(user, /^Номер телефона/);
  await fill(user, "Номер телефона", "+7 999 333-22-10");
  await user.click(screen.getByText("Выключить переадресацию…"));
  const dialog = await offDialog();
  await user.click(dialog.getByRole("checkbox"));
  for (const [index, [options, words]] of [REFUSED, RATE_LIMITED, LOST].entries()) {
    fault({ operation: FOLLOW, ...options });
    await user.click(dialog.getByRole("button", { name: "Выключить переадресацию" }));
    await waitFor(() => expect(alerts()).toEqual([expect.stringMatching(words)]));
    expect(requests(FOLLOW)).toHaveLength(index + 1);
  }
  await user.click(dialog.getByRole("button", { name: "Отмена" }));
  expect(field("Номер телефона")).toHaveValue("+7\u00a0999\u00a0333-22-10");
  expect(address()).toBe(PATH);
});

it("shows the provider's error next to its field", async () => {
  const { user } = await openForm();
  await choose(user, /^amoCRM/);
  await fill(user, "Адрес amoCRM", "plusofon.amocrm.ru");
  await choose(user, /номер звонящего/);
  await choose(user, "На номер телефона");
  await fill(user, "Номер телефона", "+7 999 333-22-10");
  await choose(user, /Владелец телефона увидит номер звонящего/);
  fault({
    operation: FOLLOW,
    fault: "status:422",
    fields: {
      host: ["Портал не подключён"],
      destination_number: ["The selected destination number is invalid."],
    },
  });
  await save(user);
  await waitFor(() => expect(field("Адрес amoCRM")).toHaveFocus());
  expect(field("Адрес amoCRM")).toHaveAccessibleDescription(
    expect.stringContaining("Провайдер сообщает: «Портал не подключён»"),
  );
  expect(field("Номер телефона")).toHaveAccessibleDescription(
    expect.stringContaining("Провайдер не знает такого значения"),
  );
  expect(screen.queryByRole("alert")).toBeNull();
  // The other type's field is not on screen, so its error is shown above the buttons.
  await choose(user, /^Номер телефона/);
  fault({
    operation: FOLLOW,
    fault: "status:422",
    fields: { host: ["Портал не подключён"] },
    message: "Портал не подключён",
  });
  await save(user);
  expect(await screen.findByRole("alert")).toHaveTextContent("«Портал не подключён»");
  await choose(user, /^Группа/);
  expect(screen.queryByRole("alert")).toBeNull();
});
