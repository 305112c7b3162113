import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { fill } from "#app/testing/form.ts";
import { accountAt, fault, requests } from "#app/testing/sandbox.ts";
import {
  account,
  choice,
  field,
  setOnlyScenario,
  numbers,
  openNew,
  panel,
  POST,
  press,
  sent,
} from "./testing/form.ts";

const save = () => press("Только создать");
const add = () => press("Добавить номер");
const SIP = "SIP-телефон звонит, секунд";
const drawing = () => within(panel().getByRole("region", { name: "Что будет со звонком" }));

async function addPhone(user: UserEvent, number: string) {
  await user.click(add());
  await user.paste(number);
}

beforeEach(() => {
  setOnlyScenario();
});

describe("a new scenario", () => {
  it("is sent as it was typed, phones as digits in their order", async () => {
    const { user, address } = await openNew();
    expect(field("Название")).toHaveFocus();
    await user.keyboard("Вечер");
    await addPhone(user, "8 (900) 000-00-23");
    await addPhone(user, "+374 10 324040");
    await fill(user, "Номер 2 звонит, секунд", "0");
    expect(panel().getByText("0 с: этот номер не зазвонит")).toBeVisible();
    await waitFor(() => expect(numbers()[0]).toBe("+7 900 000-00-23"));
    await user.click(choice("Порядок звонка", /Одновременно/));
    await user.click(save());
    await waitFor(() => expect(address()).toBe(account()));
    expect(sent(POST)).toEqual([
      {
        name: "Вечер",
        sequence_rule: "simultaneous",
        sip_timeout: 30,
        phones: [
          { number: "79000000023", timeout: 25 },
          { number: "37410324040", timeout: 0 },
        ],
        voicemail: false,
      },
    ]);
    expect(await screen.findByText("Сценарий «Вечер» создан")).toBeVisible();
    expect(await screen.findByRole("heading", { name: "Вечер" })).toBeVisible();
  });

  it("shows whether the order matters", async () => {
    const { user } = await openNew();
    expect(panel().getByText(/Звонят сверху вниз/)).toBeVisible();
    await user.click(choice("Порядок звонка", /Одновременно/));
    expect(panel().getByText(/порядок строк не важен/)).toBeVisible();
  });

  it("is drawn while it is typed", async () => {
    const { user } = await openNew();
    expect(drawing().getByText("Звонит 30 с, без голосовой почты")).toBeVisible();
    await addPhone(user, "89000000023");
    expect(drawing().getByText("Звонит 55 с, без голосовой почты")).toBeVisible();
    expect(await drawing().findAllByText("+7 900 000-00-23")).not.toEqual([]);
    await fill(user, SIP, "abc");
    expect(
      drawing().getByText(/^Звонит 25.с, без голосовой почты; SIP-телефон не звонит$/),
    ).toBeVisible();
    await user.click(choice("Голосовая почта", /Включена/));
    expect(
      drawing().getByText(/^Звонит 25.с, затем голосовая почта; SIP-телефон не звонит$/),
    ).toBeVisible();
  });
});

describe("timeouts", () => {
  it("move in steps of five and stay between 0 and 90", async () => {
    const { user } = await openNew();
    await user.click(press(`${SIP}: на 5 больше`));
    expect(field(SIP)).toHaveValue("35");
    await fill(user, SIP, "90");
    await user.keyboard("{ArrowUp}");
    expect(field(SIP)).toHaveValue("90");
    await fill(user, SIP, "0");
    await user.keyboard("{ArrowDown}");
    expect(field(SIP)).toHaveValue("0");
    expect(panel().getByText("0 с: не звонит")).toBeVisible();
  });

  it.each([
    ["3", "С шагом 5: 0 или 5"],
    ["95", "Не больше 90"],
    ["-5", "Не меньше 0"],
    ["", "Заполните это поле"],
  ])("reject «%s» on their own row", async (typed, reason) => {
    const { user } = await openNew();
    await user.keyboard("Вечер");
    await addPhone(user, "89000000023");
    await fill(user, "Номер 1 звонит, секунд", typed);
    await user.click(save());
    expect(await panel().findByText(reason)).toBeVisible();
    await waitFor(() => expect(field("Номер 1 звонит, секунд")).toHaveFocus());
    expect(requests(POST)).toEqual([]);
  });
});

describe("the phones", () => {
  it("are five at most: the button for a sixth explains why it is disabled, and keeps the focus", async () => {
    const { user } = await openNew();
    await user.keyboard("Вечер");
    for (const last of [1, 2, 3, 4, 5]) await addPhone(user, `8900000000${last}`);
    expect(panel().getByText("5 из 5 номеров")).toBeVisible();
    expect(add()).toHaveAttribute("aria-disabled", "true");
    expect(add()).toHaveAccessibleDescription("Провайдер принимает не больше 5 номеров");
    add().focus();
    await user.keyboard("{Enter}");
    await user.click(add());
    expect(numbers()).toHaveLength(5);
    await user.click(save());
    await waitFor(() => expect(requests(POST)).toHaveLength(1));
    expect(accountAt(0).scenarios.at(-1)?.phones).toHaveLength(5);
  });

  it("may be none, and are never an empty row", async () => {
    const { user } = await openNew();
    await user.keyboard("Вечер");
    expect(panel().getByText("Номеров нет: звонит только SIP-телефон.")).toBeVisible();
    await user.click(add());
    await user.click(save());
    expect(await panel().findByText("Введите номер или уберите строку")).toBeVisible();
    await waitFor(() => expect(field("Номер 1")).toHaveFocus());
    expect(requests(POST)).toEqual([]);
    await user.click(press("Убрать: Номер 1"));
    expect(add()).toHaveFocus();
    await user.click(save());
    await waitFor(() => expect(sent(POST)).toMatchObject([{ phones: [] }]));
  });

  it("that are invalid are marked on their own rows", async () => {
    const { user } = await openNew();
    await user.keyboard("Вечер");
    await addPhone(user, "89000000023");
    await addPhone(user, "12");
    await user.click(save());
    await waitFor(() => expect(field("Номер 2")).toBeInvalid());
    await waitFor(() => expect(field("Номер 2")).toHaveFocus());
    expect(field("Номер 1")).toBeValid();
    expect(field("Номер 2")).toHaveValue("12");
    expect(requests(POST)).toEqual([]);
  });

  it.each(["8 900 000-00-23", "+7 (900) 000 00 23", "79000000023", "9000000023"])(
    "entered twice, the second as «%s», cause a warning and are sent all the same",
    async (again) => {
      const { user } = await openNew();
      await user.keyboard("Вечер");
      await addPhone(user, "89000000023");
      await addPhone(user, again);
      const warning = /^Этот номер уже стоит под №.1$/;
      expect(await panel().findByText(warning)).toBeVisible();
      expect(field("Номер 2")).toHaveAccessibleDescription(warning);
      expect(field("Номер 1")).not.toHaveAccessibleDescription(warning);
      await user.click(save());
      await waitFor(() => expect(requests(POST)).toHaveLength(1));
    },
  );
});

async function withOwnGreeting() {
  const app = await openNew();
  await app.user.keyboard("Вечер");
  await app.user.click(choice("Голосовая почта", /Включена/));
  expect(choice("Приветствие", /Стандартное/)).toBeChecked();
  await app.user.click(choice("Приветствие", /Своя запись/));
  return app;
}

describe("voicemail", () => {
  it("has the standard greeting by default", async () => {
    const { user } = await openNew();
    await user.keyboard("Вечер");
    await user.click(choice("Голосовая почта", /Включена/));
    await user.click(save());
    await waitFor(() => expect(requests(POST)).toHaveLength(1));
    expect(sent(POST)[0]).toMatchObject({ voicemail: true });
    expect(sent(POST)[0]).not.toHaveProperty("voicemail_media_id");
  });

  it("has a greeting that is found by its name", async () => {
    const { user } = await withOwnGreeting();
    await user.click(field("Запись"));
    await user.paste("РАБОЧЕЕ");
    await user.click(await screen.findByRole("option", { name: "Приветствие: рабочее время" }));
    await user.click(save());
    await waitFor(() => expect(sent(POST)).toMatchObject([{ voicemail_media_id: 56 }]));
  });

  it("with a custom greeting requires a recording", async () => {
    const { user } = await withOwnGreeting();
    await user.click(save());
    expect(await panel().findByText("Заполните это поле")).toBeVisible();
    await waitFor(() => expect(field("Запись")).toHaveFocus());
    expect(requests(POST)).toEqual([]);
  });

  it("takes the id by hand when the recordings can't be read, and shows why", async () => {
    fault({ operation: "GET /media", fault: "status:403" });
    const { user } = await withOwnGreeting();
    expect(await panel().findByLabelText("ИД записи")).toHaveAccessibleDescription(
      /Провайдер отказал в доступе/,
    );
    await fill(user, "ИД записи", "57");
    await user.click(save());
    await waitFor(() => expect(sent(POST)).toMatchObject([{ voicemail_media_id: 57 }]));
  });
});
