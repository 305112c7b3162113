import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { fill } from "#app/testing/form.ts";
import { requests } from "#app/testing/sandbox.ts";
import {
  account,
  REENTRY_HINT,
  choice,
  field,
  kept,
  setOnlyScenario,
  marks,
  numbers,
  openCopy,
  openEdit,
  panel,
  POST,
  press,
  PUT,
  completeScenario,
  SCENARIO,
  sent,
  show,
  timeouts,
} from "./testing/form.ts";

const save = () => press("Сохранить");
const group = (name: string) => panel().getByRole("group", { name });
const SIP = "SIP-телефон звонит, секунд";
const sip = { type: "sip", timeout: 20 };
const mob = (number: string) => ({ type: "mob", timeout: 5, number });

beforeEach(() => {
  setOnlyScenario();
});

describe("a scenario that the provider returns in part", () => {
  it("keeps what it returned in place and marks the rest", async () => {
    await openEdit();
    expect(field("Название")).toHaveValue("Днём");
    expect(field(SIP)).toHaveValue("20");
    expect(numbers()).toEqual(["", ""]);
    expect(timeouts()).toEqual(["25", "40"]);
    expect(
      panel()
        .getAllByRole("radio")
        .filter((radio) => radio.matches(":checked")),
    ).toEqual([]);
    for (const name of ["Порядок звонка", "Голосовая почта"]) {
      expect(group(name)).toHaveAccessibleDescription(REENTRY_HINT);
    }
    for (const name of ["Номер 1", "Номер 2"]) {
      expect(field(name)).toHaveAccessibleDescription(REENTRY_HINT);
    }
    expect(marks()).toBe(4);
    expect(panel().getByText(/заменяет сценарий целиком/)).toHaveTextContent(
      "порядок звонка, 2 номера, голосовую почту и приветствие",
    );
    expect(panel().getByText("4 из 4 ещё не указано")).toBeVisible();
  });

  it("can't be saved before all of it is filled in; then all of it is sent", async () => {
    const { user, address } = await openEdit();
    await user.click(save());
    expect(await panel().findAllByText("Введите номер или уберите строку")).toHaveLength(2);
    expect(panel().getAllByText("Выберите один из вариантов")).toHaveLength(2);
    await waitFor(() => expect(choice("Порядок звонка", /По очереди/)).toHaveFocus());
    await user.click(choice("Порядок звонка", /По очереди/));
    await fill(user, "Номер 1", "8 900 000-00-01");
    await user.click(choice("Голосовая почта", /Включена/));
    // The previous greeting is unknown too: it is required as soon as it matters.
    expect(group("Приветствие")).toHaveAccessibleDescription(REENTRY_HINT);
    expect(panel().getByText("2 из 5 ещё не указано")).toBeVisible();
    await user.click(save());
    await waitFor(() => expect(field("Номер 2")).toHaveFocus());
    expect(requests(PUT)).toEqual([]);
    await fill(user, "Номер 2", "79000000002");
    await user.click(choice("Приветствие", /Своя запись/));
    await user.click(field("Запись"));
    await user.click(await screen.findByRole("option", { name: "Приветствие: рабочее время" }));
    expect(panel().getByText("Всё указано")).toBeVisible();
    expect(marks()).toBe(0);
    await user.click(save());
    await waitFor(() => expect(address()).toBe(account()));
    expect(kept()).toEqual(SCENARIO);
    expect(await screen.findByText("Сохранено")).toBeVisible();
  });

  it("drops a phone only when its row is removed", async () => {
    const { user } = await openEdit();
    await user.click(choice("Порядок звонка", /Одновременно/));
    await user.click(choice("Голосовая почта", /Выключена/));
    await fill(user, "Номер 2", "79000000002");
    await user.click(save());
    await waitFor(() => expect(field("Номер 1")).toHaveFocus());
    expect(requests(PUT)).toEqual([]);
    await user.click(press("Убрать: Номер 1"));
    expect(panel().getByText("Всё указано")).toBeVisible();
    await user.click(save());
    await waitFor(() =>
      expect(sent(PUT)).toMatchObject([{ phones: [{ number: "79000000002", timeout: 40 }] }]),
    );
  });

  it.each([
    ["the rule", { sequence_rule: undefined }, "Порядок звонка"],
    ["voicemail", { voicemail: undefined }, "Голосовая почта"],
    ["the greeting", { voicemail_media_id: undefined }, "Приветствие"],
  ])("requires %s alone where only that is missing", async (_, missing, name) => {
    show(() => completeScenario(missing));
    const { user } = await openEdit();
    expect(marks()).toBe(1);
    expect(group(name)).toHaveAccessibleDescription(REENTRY_HINT);
    await user.click(save());
    expect(await panel().findByText("Выберите один из вариантов")).toBeVisible();
    expect(requests(PUT)).toEqual([]);
  });

  it("requires the account's own timeout where no step holds it", async () => {
    show(() =>
      completeScenario({ endpoints: [{ type: "mob", timeout: 25, number: "79000000001" }] }),
    );
    const { user } = await openEdit();
    expect(field(SIP)).toHaveAccessibleDescription(/Провайдер этого не возвращает/);
    await user.click(save());
    await waitFor(() => expect(field(SIP)).toHaveFocus());
    expect(requests(PUT)).toEqual([]);
  });

  it("keeps a timeout that is not a multiple of five, and rejects it on its field", async () => {
    show(() => completeScenario({ endpoints: [sip, { ...mob("79000000001"), timeout: 7 }] }));
    const { user } = await openEdit();
    expect(timeouts()).toEqual(["7"]);
    await fill(user, "Название", "Другое");
    await user.click(save());
    expect(await panel().findByText("С шагом 5: 5 или 10")).toBeVisible();
    expect(requests(PUT)).toEqual([]);
  });
});

describe("a scenario that the provider returns whole", () => {
  it("requires nothing, and sends it unchanged", async () => {
    show(() => completeScenario());
    const { user } = await openEdit();
    expect(numbers()).toEqual(["+7 900 000-00-01", "+7 900 000-00-02"]);
    await waitFor(() => expect(field("Запись")).toHaveValue("Приветствие: рабочее время"));
    expect(marks()).toBe(0);
    expect(panel().queryByText(/Провайдер вернул не всё/)).toBeNull();
    await fill(user, "Название", "Утром");
    await user.click(save());
    await waitFor(() => expect(requests(PUT)).toHaveLength(1));
    expect(kept()).toEqual({ ...SCENARIO, name: "Утром" });
  });

  it("that was not changed sends nothing and shows that", async () => {
    show(() => completeScenario());
    const { user, address } = await openEdit();
    await user.click(save());
    await waitFor(() => expect(address()).toBe(account()));
    expect(await screen.findByText("Ничего не изменено")).toBeVisible();
    expect(requests(PUT)).toEqual([]);
  });
});

describe("steps that can't be sent back", () => {
  it.each([
    ["fax", [sip, mob("79000000001"), { type: "fax", timeout: 15 }], "Шаг «fax», 15\u00a0с"],
    ["second SIP phone", [sip, { type: "sip", timeout: 15 }], "Шаг «sip», 15\u00a0с"],
  ])("(%s) are shown and must be removed explicitly", async (_, endpoints, what) => {
    show(() => completeScenario({ endpoints }));
    const { user } = await openEdit();
    await fill(user, "Название", "Другое");
    await user.click(save());
    const reason = "С этой строкой сохранить нельзя: уберите её";
    expect(await panel().findByText(reason)).toBeVisible();
    await waitFor(() => expect(press(`Убрать: ${what}`)).toHaveFocus());
    expect(press(`Убрать: ${what}`)).toHaveAccessibleDescription(reason);
    expect(requests(PUT)).toEqual([]);
    await user.click(press(`Убрать: ${what}`));
    await user.click(save());
    await waitFor(() => expect(requests(PUT)).toHaveLength(1));
  });

  it("include the phones beyond the fifth: all are shown until some are removed", async () => {
    const seven = [1, 2, 3, 4, 5, 6, 7].map((last) => mob(`7900000000${last}`));
    show(() => completeScenario({ endpoints: [sip, ...seven] }));
    const { user } = await openEdit();
    expect(numbers()).toHaveLength(7);
    expect(panel().getByText(/уберите лишние строки \(2\)/)).toBeVisible();
    await fill(user, "Название", "Другое");
    await user.click(save());
    expect(await panel().findAllByText(/С этой строкой сохранить нельзя/)).toHaveLength(2);
    await waitFor(() => expect(press("Убрать: Номер 6")).toHaveFocus());
    expect(requests(PUT)).toEqual([]);
    await user.click(press("Убрать: Номер 1"));
    await user.click(press("Убрать: Номер 1"));
    expect(panel().queryByText(/С этой строкой сохранить нельзя/)).toBeNull();
    await user.click(save());
    const phones = seven.slice(2).map(({ number, timeout }) => ({ number, timeout }));
    await waitFor(() => expect(sent(PUT)).toMatchObject([{ phones }]));
  });
});

describe("a copy", () => {
  it("is offered in place of an edit, requires the same, and keeps the original", async () => {
    const { user, address } = await openEdit();
    await user.click(panel().getByRole("link", { name: "Лучше создать копию" }));
    await screen.findByRole("dialog", { name: "Копия сценария «Днём»" });
    expect(field("Название")).toHaveValue("Копия: Днём");
    expect(timeouts()).toEqual(["25", "40"]);
    expect(marks()).toBe(4);
    await user.click(press("Только создать"));
    await waitFor(() => expect(choice("Порядок звонка", /По очереди/)).toHaveFocus());
    expect(requests(POST)).toEqual([]);
    await user.click(choice("Порядок звонка", /По очереди/));
    await fill(user, "Номер 1", "79000000011");
    await fill(user, "Номер 2", "79000000012");
    await user.click(choice("Голосовая почта", /Выключена/));
    await user.click(press("Только создать"));
    await waitFor(() => expect(address()).toBe(account()));
    expect(sent(POST)).toMatchObject([{ name: "Копия: Днём", sip_timeout: 20 }]);
    expect(requests(PUT)).toEqual([]);
    expect(kept()).toEqual(SCENARIO);
  });

  it("has a name within the limit", async () => {
    setOnlyScenario({ name: "я".repeat(255) });
    await openCopy();
    expect(field("Название").value).toBe(`Копия: ${"я".repeat(248)}`);
  });
});
