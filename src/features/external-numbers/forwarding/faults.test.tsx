import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { fault, requests } from "#app/testing/sandbox.ts";
import { choose, field, fill, FOLLOW, openForm, save, sent } from "./testing/forward.ts";

interface Met {
  fault: string;
  retryAfter?: number;
  message?: string;
  fields?: Record<string, string[]>;
}

/** What is said above the buttons, or, of the first few, beside the one that turns off. */
const FAILURES: readonly [Met, RegExp][] = [
  [{ fault: "status:500:no-access" }, /Провайдер отказал в доступе.*«No access»/],
  [{ fault: "drop" }, /Нет связи с сервером.*позвоните на номер и проверьте/],
  [{ fault: "status:429", retryAfter: 7 }, /подождать 7 секунд/],
  [{ fault: "status:400" }, /Провайдер этого не принял.*«Wrong parameter»/],
  [{ fault: "success-false", message: "Тариф исчерпан" }, /«Тариф исчерпан»/],
  [
    { fault: "status:422", fields: { number_id: ["The number is busy."] }, message: "Busy" },
    /«Busy»/,
  ],
  [{ fault: "html" }, /не удалось понять.*позвоните на номер и проверьте/],
  [{ fault: "status:503" }, /Сбой на стороне провайдера.*Неизвестно, выполнено ли это/],
];

it("a save or a turning off that fails says why, keeps the form and repeats nothing", async () => {
  const { user, address } = await openForm();
  await choose(user, /^Номер телефона/);
  await fill(user, "Номер телефона", "+7 999 333-22-10");
  await choose(user, /номер звонящего/);
  let n = 0;
  const here = address();
  const meets = async (press: string, met: Met, words: RegExp) => {
    fault({ operation: FOLLOW, ...met });
    await user.click(screen.getByText(press));
    // One place: what the other button said before is gone.
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(words));
    expect(requests(FOLLOW)).toHaveLength(++n);
    expect(field("Номер телефона")).toHaveValue("+7\u00a0999\u00a0333-22-10");
  };
  for (const failure of FAILURES) await meets("Сохранить", ...failure);
  for (const failure of FAILURES.slice(0, 3)) await meets("Выключить переадресацию", ...failure);
  expect(address()).toBe(here);
  fault();
  await save(user);
  await waitFor(() => expect(address()).toBe("/external-numbers"));
  expect(sent()).toHaveLength(n + 1);
});

it("puts what the provider says of a field beside it", async () => {
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
  // Of a field that another type has, nothing is on screen: it is told above the buttons.
  await choose(user, /^Номер телефона/);
  fault({
    operation: FOLLOW,
    fault: "status:422",
    fields: { host: ["Портал не подключён"] },
    message: "Портал не подключён",
  });
  await save(user);
  expect(await screen.findByRole("alert")).toHaveTextContent("«Портал не подключён»");
});
