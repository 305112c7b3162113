import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { fill } from "#app/testing/form.ts";
import { asRemembered } from "#app/testing/remembered.ts";
import { requests, server, setRemembered } from "#app/testing/sandbox.ts";
import {
  account,
  choice,
  field,
  kept,
  marks,
  numbers,
  openCopy,
  openEdit,
  panel,
  POST,
  press,
  PUT,
  SCENARIO,
  sent,
  setOnlyScenario,
} from "./testing/form.ts";

const save = () => press("Сохранить");
const SAVED_BY_ANNA = /^Как сохранено 12 ноября 2025 \(anna\)$/;
const savedMarks = () => panel().queryAllByText(SAVED_BY_ANNA).length;
const NUMBERS = ["+7 900 000-00-01", "+7 900 000-00-02"];

/** Answers what Pult remembers in this way from now on. */
const answerMemory = (answer: () => Response | Promise<Response>) =>
  server.use(http.get("*/api/pult/remembered/sip/:id", answer));

beforeEach(() => {
  setOnlyScenario();
  setRemembered(asRemembered(SCENARIO));
});

describe("the form of a remembered scenario", () => {
  it("is filled in, each field marked with when and by whom it was saved", async () => {
    await openEdit();
    expect(numbers()).toEqual(NUMBERS);
    expect(choice("Порядок звонка", /По очереди/)).toBeChecked();
    expect(choice("Голосовая почта", /Включена/)).toBeChecked();
    await waitFor(() => expect(field("Запись")).toHaveValue("Приветствие: рабочее время"));
    expect(marks()).toBe(0);
    expect(savedMarks()).toBe(5);
    const notice = panel()
      .getByText(/Заполнено по памяти Пульта/)
      .closest("[role=status]");
    expect(notice).toHaveTextContent(
      "порядок звонка, 2 номера, голосовую почту и приветствие: здесь это так, как сохранено",
    );
  });

  it("is sent whole after one change, and loses the mark of what was changed", async () => {
    const { user, address } = await openEdit();
    await fill(user, "Номер 2", "79000000003");
    expect(savedMarks()).toBe(4);
    await user.click(save());
    await waitFor(() => expect(address()).toBe(account()));
    const [first] = SCENARIO.phones;
    expect(kept()).toEqual({
      ...SCENARIO,
      phones: [first, { number: "79000000003", timeout: 40 }],
    });
  });

  it("sends nothing when nothing was changed", async () => {
    const { user, address } = await openEdit();
    await user.click(save());
    await waitFor(() => expect(address()).toBe(account()));
    expect(requests(PUT)).toEqual([]);
  });

  it("names nobody where nobody signs in", async () => {
    setRemembered(asRemembered(SCENARIO, {}, { actor: "anonymous" }));
    await openEdit();
    expect(panel().getAllByText("Как сохранено 12 ноября 2025")).toHaveLength(5);
  });

  it("asks for what was not said when its account was created", async () => {
    setRemembered(asRemembered(SCENARIO, { voicemail: undefined, voicemail_media_id: undefined }));
    await openEdit();
    expect(numbers()).toEqual(NUMBERS);
    expect(marks()).toBe(1);
    const notice = panel()
      .getByText(/Провайдер вернул не всё/)
      .closest("[role=status]");
    expect(notice).toHaveTextContent(/голосовую почту и приветствие/);
    expect(notice).not.toHaveTextContent(/2 номера/);
  });

  it("fills in a copy as well", async () => {
    const { user } = await openCopy();
    expect(numbers()).toEqual(NUMBERS);
    await user.click(press("Только создать"));
    await waitFor(() => expect(requests(POST)).toHaveLength(1));
    const { phones } = SCENARIO;
    expect(sent(POST)).toMatchObject([{ sequence_rule: "single", phones, voicemail: true }]);
  });
});

describe("a remembered scenario that was changed elsewhere", () => {
  it.each([
    ["changed elsewhere", { name: "Утром" }, {}, /с тех пор его изменили в другом месте/],
    ["perhaps saved since", {}, { certain: false }, /неизвестно, выполнено ли более позднее/],
  ])("(%s) is asked for, each value one click away", async (_, values, more, reason) => {
    setRemembered(asRemembered(SCENARIO, values, more));
    const { user, address } = await openEdit();
    expect(numbers()).toEqual(["", ""]);
    expect(marks()).toBe(4);
    expect(panel().getByText(reason)).toBeVisible();

    await user.click(press("Подставить «По очереди»"));
    expect(choice("Порядок звонка", /По очереди/)).toBeChecked();
    // Each number goes where the user puts it: the order may be another one now.
    await user.click(panel().getAllByRole("button", { name: /Подставить «.*00.02»/ })[0] ?? save());
    expect(field("Номер 1")).toHaveValue("+7\u00a0900\u00a0000-00-02");
    expect(field("Номер 1")).toHaveFocus();
    expect(panel().queryByRole("button", { name: /Подставить «.*00.02»/ })).toBeNull();
    await user.click(press(/Подставить «.*00.01»/));
    await user.click(press("Подставить «Включена»"));
    expect(choice("Приветствие", /Своя запись/)).toBeChecked();
    expect(panel().getByText("Всё указано")).toBeVisible();
    expect(panel().queryAllByRole("button", { name: /^Взять/ })).toEqual([]);
    await user.click(save());
    await waitFor(() => expect(address()).toBe(account()));
    expect(kept()).toEqual({
      ...SCENARIO,
      phones: [
        { number: "79000000002", timeout: 25 },
        { number: "79000000001", timeout: 40 },
      ],
    });
  });

  it("is not overwritten when a colleague saves it in Pult meanwhile", async () => {
    const { user } = await openEdit();
    const phones = SCENARIO.phones.map(({ timeout }) => ({ number: "79000000009", timeout }));
    // The provider shows no difference.
    setOnlyScenario({ phones });
    setRemembered(asRemembered(SCENARIO, { phones }, { entry: 8 }));
    await fill(user, "Номер 1", "79000000003");
    await user.click(save());
    expect(await panel().findByRole("alert")).toHaveTextContent("Сценарий за это время изменили");
    expect(requests(PUT)).toEqual([]);
    await user.click(press("Открыть заново"));
    await waitFor(() => expect(numbers()).toEqual(["+7 900 000-00-09", "+7 900 000-00-09"]));
  });
});

describe("a form for which nothing can be recalled", () => {
  it("opens as if nothing were remembered, and says so", async () => {
    answerMemory(() => HttpResponse.json({ message: "no" }, { status: 503 }));
    await openEdit();
    expect(marks()).toBe(4);
    expect(panel().getByText(/сейчас прочитать не удалось/)).toBeVisible();
  });

  it("opens without waiting for long, and offers what arrives later", async () => {
    const held: ((response: Response) => void)[] = [];
    answerMemory(() => new Promise((resolve) => void held.push(resolve)));
    const { user } = await openEdit();
    expect(panel().getByText(/сейчас прочитать не удалось/)).toBeVisible();
    await fill(user, "Номер 1", "79000000003");
    held[0]?.(HttpResponse.json({ items: [asRemembered(SCENARIO)] }));
    await user.click(await screen.findByRole("button", { name: "Подставить «По очереди»" }));
    expect(panel().getByText(/это можно взять у каждого поля/)).toBeVisible();
    await waitFor(() => expect(numbers()).toEqual(["+7 900 000-00-03", ""]));
  });
});
