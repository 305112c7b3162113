import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { SwitchReason, SwitchSubject } from "#api/switches.ts";
import { answerOwn, refusal, requireLogin, VERA } from "#app/testing/login.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, requests } from "#app/testing/sandbox.ts";
import { serveSwitches, timedSwitch, tomorrow } from "#app/testing/switches.ts";

const PATCH = "PATCH /sip/{id}/scenarios/{sid}";
const [DAY, HOLIDAY, NIGHT] = [9001, 9002, 9003];

async function open() {
  const account = accountAt(0);
  const [first] = account.scenarios;
  if (first === undefined) throw new Error("no scenario");
  const add = (id: number, name: string) => ({ ...first, id, name });
  account.scenarios = [add(DAY, "День"), add(HOLIDAY, "Отпуск"), add(NIGHT, "Ночь")];
  account.activeId = DAY;
  const app = await renderApp(`/sip/${account.id}`);
  await screen.findByRole("button", { name: /Оставить активным на время: День/ });
  return { ...app, account };
}

const subject = (scenario: number, back: number): SwitchSubject => ({
  kind: "scenario",
  account: accountAt(0).id,
  scenario: { id: scenario, name: "Отпуск" },
  back: { id: back, name: "День" },
});
const dialog = () => within(screen.getByRole("dialog"));
const confirm = (name = "Включить") => dialog().getByRole("button", { name });

describe("a scenario until a moment", () => {
  it("is activated, and then the moment is set, with what was active before", async () => {
    const served = serveSwitches();
    const { user, account } = await open();
    await user.click(screen.getByRole("button", { name: "На время: Отпуск" }));
    await user.click(confirm());
    expect(dialog().getByText("Укажите, до какого времени.")).toBeVisible();
    expect(dialog().getByRole("radio", { name: /^На час/ })).toHaveFocus();
    expect(requests(PATCH)).toEqual([]);
    expect(dialog().getByRole("combobox", { name: "Затем активен" })).toHaveDisplayValue("День");
    expect(dialog().getByText(/Часовой пояс этого компьютера: \S+/)).toBeVisible();
    await user.click(dialog().getByRole("radio", { name: "До утра: завтра, 09:00" }));
    await user.click(confirm());
    await screen.findByText("«Отпуск» активен до завтра, 09:00, затем «День»");
    expect(account.activeId).toBe(HOLIDAY);
    const body = { kind: "scenario", account: account.id, scenario: HOLIDAY, back: DAY };
    expect(served.sent).toEqual([["POST", { ...body, until: tomorrow().toISOString() }]]);
    expect(screen.getByRole("button", { name: "Вернуть" })).toBeVisible();
  });

  it("stays active where the moment can't be set, and offers to try again", async () => {
    const served = serveSwitches();
    answerOwn("POST /switches", () => refusal("switch-changed", 409));
    const { user, account } = await open();
    await user.click(screen.getByRole("button", { name: "На время: Отпуск" }));
    await user.click(dialog().getByRole("radio", { name: /^На час/ }));
    await user.selectOptions(dialog().getByRole("combobox"), "Ночь");
    await user.click(confirm());
    const words = "«Отпуск» активен, но таймер не поставлен: само это не вернётся.";
    await screen.findByText(new RegExp(`${words} Сейчас задано уже другое`));
    expect(account.activeId).toBe(HOLIDAY);
    answerOwn("POST /switches", (body) => {
      served.sent.push(["POST", body]);
      return { ids: ["new"] };
    });
    await user.click(screen.getByRole("button", { name: "Повторить" }));
    await waitFor(() => expect(served.sent).toMatchObject([["POST", { back: NIGHT }]]));
    expect(requests(PATCH)).toHaveLength(1);
  });

  it("sets no moment where it could not be activated", async () => {
    const served = serveSwitches();
    const { user } = await open();
    fault({ operation: PATCH, fault: "status:500:no-access" });
    await user.click(screen.getByRole("button", { name: "На время: Отпуск" }));
    await user.click(dialog().getByRole("radio", { name: /^На час/ }));
    await user.click(confirm());
    await screen.findByText(/^«Отпуск» не стал активным/);
    expect(served.sent).toEqual([]);
  });

  it("that is active already gets one, and comes back to what a timer before was for", async () => {
    const served = serveSwitches(timedSwitch(subject(HOLIDAY, NIGHT)));
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Оставить активным на время: День" }));
    expect(dialog().getByRole("combobox")).toHaveDisplayValue("Ночь");
    await user.click(dialog().getByRole("radio", { name: "Другое время" }));
    await user.type(
      dialog().getByLabelText("Другое время", { selector: "[type=datetime-local]" }),
      "2020-01-01T10:00",
    );
    await user.click(confirm("Задать"));
    expect(dialog().getByText("Это время уже прошло.")).toBeVisible();
    await user.click(dialog().getByRole("radio", { name: /^На час/ }));
    await user.click(confirm("Задать"));
    await waitFor(() =>
      expect(served.sent).toMatchObject([["POST", { scenario: DAY, back: NIGHT }]]),
    );
    expect(requests(PATCH)).toEqual([]);
  });
});

describe("a timer on its scenario's card", () => {
  it("says until when and what comes then; its moment can be changed, and it can be removed", async () => {
    const served = serveSwitches(timedSwitch(subject(HOLIDAY, DAY)));
    const { user } = await open();
    const card = within(screen.getByRole("listitem", { name: "Отпуск" }));
    expect(await card.findByText(/Активен до завтра, 09:00, затем «День»/)).toBeVisible();
    expect(card.getByText("Задано: anna.")).toBeVisible();
    expect(card.queryByRole("button", { name: /на время/ })).toBeNull();
    await user.click(card.getByRole("button", { name: /^Изменить время/ }));
    await user.click(dialog().getByRole("radio", { name: /^На час/ }));
    await user.click(confirm("Изменить время"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.click(card.getByRole("button", { name: /^Снять таймер/ }));
    await screen.findByText(/таймер снят, всё остаётся как есть/);
    expect(served.sent.map(([method, id]) => [method, id])).toEqual([
      ["PATCH", "s1"],
      ["DELETE", "s1"],
    ]);
    await waitFor(() => expect(card.queryByText(/Активен до/)).toBeNull());
  });

  const REASONS: [SwitchReason, RegExp][] = [
    ["changed", /закончился без изменений: с тех пор здесь задали другое/],
    ["refused", /провайдер этого не принял. «Scenario is broken»/],
  ];

  it.each(REASONS)("that ended (%s) says why until somebody hides it", async (reason, words) => {
    const message = reason === "refused" ? "Scenario is broken" : null;
    const ended = { at: "2026-01-15T12:00:00.000Z", reason, message };
    const served = serveSwitches(timedSwitch(subject(HOLIDAY, DAY), { ended }));
    const { user } = await open();
    expect(await screen.findByText(words)).toBeVisible();
    await user.click(screen.getByRole("button", { name: /^Скрыть/ }));
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
    expect(served.sent).toEqual([["dismiss", "s1"]]);
  });

  it("is shown to the support, which can't change it", async () => {
    requireLogin({ user: VERA });
    const served = serveSwitches(timedSwitch(subject(HOLIDAY, DAY), { trouble: "unreachable" }));
    const { user } = await open();
    expect(
      await screen.findByText(/до провайдера нет связи. Пульт повторяет попытки/),
    ).toBeVisible();
    const button = screen.getByRole("button", { name: /^Снять таймер/ });
    expect(button).toHaveAttribute("aria-disabled", "true");
    await user.click(button);
    expect(served.sent).toEqual([]);
  });
});
