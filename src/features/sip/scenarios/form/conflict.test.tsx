import { act, screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { fill } from "#app/testing/form.ts";
import { accountAt, fault, requests } from "#app/testing/sandbox.ts";
import {
  account,
  choice,
  field,
  kept,
  setOnlyScenario,
  LIST,
  numbers,
  openEdit,
  panel,
  POST,
  press,
  PUT,
  SCENARIO,
  sent,
} from "./testing/form.ts";

const save = () => press("Сохранить");
const notice = () => panel().findByRole("alert");

/** Fills in everything that the provider does not return. */
async function giveAll(user: UserEvent) {
  await user.click(choice("Порядок звонка", /По очереди/));
  await fill(user, "Номер 1", "79000000001");
  await fill(user, "Номер 2", "79000000002");
  await user.click(choice("Голосовая почта", /Выключена/));
}

async function openGiven() {
  const app = await openEdit();
  await giveAll(app.user);
  return app;
}

/** A colleague adds a phone. */
function change() {
  setOnlyScenario({ phones: [...SCENARIO.phones, { number: "79000000003", timeout: 15 }] });
}

beforeEach(() => {
  setOnlyScenario();
});

describe("a scenario that a colleague changed meanwhile", () => {
  it("is not replaced: the form shows its current state", async () => {
    const { user, address } = await openGiven();
    change();
    await user.click(save());
    expect(await notice()).toHaveTextContent(
      "Сценарий за это время изменили: теперь это «Днём», 3 номера",
    );
    expect(requests(PUT)).toEqual([]);
    expect(kept()?.phones).toHaveLength(3);
    expect(field("Номер 1")).toHaveValue("+7\u00a0900\u00a0000-00-01");
    expect(address()).toBe(`${account()}/scenarios/900/edit`);
  });

  it("is reopened with the phone that was added", async () => {
    const { user } = await openGiven();
    change();
    await user.click(save());
    await notice();
    await user.click(press("Открыть заново"));
    await waitFor(() => expect(numbers()).toEqual(["", "", ""]));
    expect(panel().queryByRole("alert")).toBeNull();
    await giveAll(user);
    await fill(user, "Номер 3", "79000000003");
    await user.click(save());
    await waitFor(() => expect(requests(PUT)).toHaveLength(1));
    expect(kept()?.phones.map(({ number }) => number)).toEqual([
      "79000000001",
      "79000000002",
      "79000000003",
    ]);
  });

  it("is replaced on a second, explicit press", async () => {
    const { user, address } = await openGiven();
    change();
    await user.click(save());
    await notice();
    await user.click(press("Сохранить всё равно"));
    await waitFor(() => expect(address()).toBe(account()));
    expect(kept()?.phones).toHaveLength(2);
  });

  it("and once more, causes another conflict", async () => {
    const { user } = await openGiven();
    change();
    await user.click(save());
    await notice();
    setOnlyScenario({ name: "Ночь" });
    await user.click(press("Сохранить всё равно"));
    await waitFor(async () => expect(await notice()).toHaveTextContent("«Ночь»"));
    expect(requests(PUT)).toEqual([]);
  });

  it("is blocked although the page beneath has refetched it already", async () => {
    const { user, client } = await openGiven();
    change();
    await act(() => client.refetchQueries({ queryKey: ["listScenarios"] }));
    await user.click(save());
    expect(await notice()).toHaveTextContent("3 номера");
    expect(requests(PUT)).toEqual([]);
  });

  it("by activating it only, causes no conflict", async () => {
    const { user, address } = await openGiven();
    accountAt(0).activeId = null;
    await user.click(save());
    await waitFor(() => expect(address()).toBe(account()));
  });
});

describe("a scenario that was deleted meanwhile", () => {
  it("can be saved as a new one", async () => {
    const { user, address } = await openGiven();
    accountAt(0).scenarios = [];
    await user.click(save());
    expect(await notice()).toHaveTextContent("Этот сценарий за это время удалили");
    expect(requests(PUT)).toEqual([]);
    await user.click(press("Сохранить как новый"));
    await waitFor(() => expect(address()).toBe(account()));
    expect(sent(POST)).toMatchObject([{ name: "Днём", phones: SCENARIO.phones }]);
    expect(await screen.findByText("Сценарий «Днём» создан")).toBeVisible();
  });
});

describe("a scenario whose current state can't be read", () => {
  it.each([
    ["status:500", "Сбой на стороне провайдера"],
    ["drop", "Нет связи с сервером"],
    ["html", "Ответ провайдера не удалось понять"],
  ])("(%s) is not replaced, and the form shows why; then it is replaced", async (kind, reason) => {
    const { user, address } = await openGiven();
    fault({ operation: LIST, fault: kind });
    await user.click(save());
    expect(await notice()).toHaveTextContent(
      `Ничего не сохранено: не удалось проверить, не изменил ли сценарий кто-то ещё. ${reason}`,
    );
    expect(requests(PUT)).toEqual([]);
    expect(field("Номер 1")).toHaveValue("+7\u00a0900\u00a0000-00-01");
    fault();
    await user.click(save());
    await waitFor(() => expect(address()).toBe(account()));
  });
});

describe("one's own rejected save", () => {
  it("is not taken for a colleague's change that looks the same", async () => {
    const { user } = await openGiven();
    await user.click(press("Добавить номер"));
    await fill(user, "Номер 3", "79000000009");
    fault({ operation: PUT, fault: "status:429", times: 1 });
    await user.click(save());
    await notice();
    // The provider shows no numbers: what it shows could be our own save.
    setOnlyScenario({ phones: [...SCENARIO.phones, { number: "79000000003", timeout: 25 }] });
    await user.click(save());
    await waitFor(async () => expect(await notice()).toHaveTextContent(/за это время изменили/));
    expect(kept()?.phones.at(-1)?.number).toBe("79000000003");
  });
});

describe("one's own save with an unknown outcome", () => {
  it("is not taken for a colleague's change when it is repeated", async () => {
    const { user, address } = await openGiven();
    await fill(user, "Название", "Утром");
    fault({ operation: PUT, fault: "drop", after: true });
    await user.click(save());
    expect(await notice()).toHaveTextContent(/Неизвестно, выполнено ли это/);
    expect(kept()?.name).toBe("Утром");
    fault();
    await user.click(save());
    await waitFor(() => expect(address()).toBe(account()));
    expect(requests(PUT)).toHaveLength(2);
  });
});
