import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { accountAt, fault, requests } from "#app/testing/sandbox.ts";
import { account, setOnlyScenario, openNew, POST, press } from "./testing/form.ts";

const PATCH = "PATCH /sip/{id}/scenarios/{sid}";
const active = () => {
  const { scenarios, activeId } = accountAt(0);
  return scenarios.find(({ id }) => id === activeId)?.name;
};

beforeEach(() => {
  setOnlyScenario();
});

async function create() {
  const app = await openNew();
  await app.user.keyboard("Вечер");
  await app.user.click(press("Создать и включить"));
  await waitFor(() => expect(app.address()).toBe(account()));
  return app;
}

describe("a scenario that is created and activated", () => {
  it("becomes active, the toast explains the effect, and Undo reverts it", async () => {
    const { user } = await create();
    const toast = `Звонки на ${accountAt(0).number} теперь идут по сценарию «Вечер»`;
    expect(await screen.findByText(toast)).toBeVisible();
    expect(active()).toBe("Вечер");
    await user.click(screen.getByRole("button", { name: "Вернуть" }));
    await screen.findByText(/теперь идут по сценарию «Днём»/);
    expect(active()).toBe("Днём");
  });

  it.each([
    ["status:403", /«Вечер» создан, но не включён\. Провайдер отказал в доступе/],
    ["drop", /«Вечер» создан\. Неизвестно, включён ли он\. Нет связи с сервером/],
  ])("but can't be activated (%s) is reported as created, once", async (kind, words) => {
    fault({ operation: PATCH, fault: kind });
    await create();
    expect(await screen.findByText(words)).toBeVisible();
    expect(requests(POST)).toHaveLength(1);
    expect(await screen.findByRole("button", { name: "Включить «Вечер»" })).toBeVisible();
    expect(active()).toBe("Днём");
  });
});
