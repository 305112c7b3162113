import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, requests } from "#app/testing/sandbox.ts";

const findPanel = async () =>
  within(await screen.findByRole("dialog", { name: "Проверка номера" }));

/** Over an empty list: rendering its rows would take most of the time. */
async function openTest(number = "") {
  const app = await renderApp(`/directions/test?q=~&number=${encodeURIComponent(number)}`);
  const panel = await findPanel();
  const type = (value: string) =>
    fireEvent.change(panel.getByLabelText("Номер телефона"), { target: { value } });
  return { ...app, panel, type };
}

const numbers = [
  ["+374 10 324040", "Армения, +374: звонки разрешены."],
  ["8 10 374 10 324040", "Армения, +374: звонки разрешены."],
  ["Тел.: +374\u201110\u2011324040", "Армения, +374: звонки разрешены."],
  ["«+374 10 32\u00ad40\u221240»", "Армения, +374: звонки разрешены."],
  ["\u202a+374 10 324040\u202c", "Армения, +374: звонки разрешены."],
  ["0053 5 1234567", "Куба, +53: звонки закрыты."],
  ["+7 999 333-22-10", "Казахстан и Россия, +7: звонки разрешены."],
  ["+1 202 555 0123", "25 стран, +1: звонки закрыты."],
  ["+37", "Продолжайте: пока страну не определить."],
  ["00", "Продолжайте: пока страну не определить."],
  ["Ереван", "Непонятно: «Ереван». Оставьте только номер"],
  [
    "+999 12345",
    "Нет направления с подходящим кодом. Проверьте код страны или введите номер с плюсом.",
  ],
  ["", ""],
] as const;

it("shows while typing where a number leads and whether it may be called", async () => {
  const { panel, type, address } = await openTest("+374 10 324040");
  await panel.findByRole("heading", { name: "Армения +374" });
  for (const [number, words] of numbers) {
    type(number);
    expect(
      panel.getByText((text) => text === words, { selector: "p[role=status]" }),
    ).toBeInTheDocument();
  }
  type("8 727 300-00-00");
  const result = screen.getByRole("region", { name: "Результат" });
  expect(result).toHaveTextContent("прочитано с +7: +7 727 300-00-00");
  expect(result).toHaveTextContent("По одному коду их не различить");
  expect(await panel.findByText(/скорее всего это Казахстан/)).toBeVisible();
  for (const sign of ["\u2011", "\u2212", "\u00ad"]) {
    type(["Тел.: +1", "876", "555", "0123"].join(sign));
    expect(panel.getByText("Ловушка одного гудка")).toBeVisible();
    type("");
  }
  type("+1 876 555 0123");
  expect(panel.getByText("Ловушка одного гудка")).toBeVisible();
  await waitFor(() => expect(address()).toBe("/directions/test?q=%7E&number=%2B1+876+555+0123"));
  // The number itself is sent nowhere.
  expect(JSON.stringify(requests())).not.toContain("555");
});

it("opens a harmless country at once", async () => {
  const { user, panel } = await openTest("+43 1 1234567");
  await user.click(await panel.findByRole("button", { name: "Открыть" }));
  expect(await panel.findByText("Звонки разрешены")).toBeVisible();
  expect(panel.queryByRole("button", { name: "Открыть" })).toBeNull();
  expect(requests("PUT /direction")).toHaveLength(1);
});

it("links to the review for a risky one, and shows when it is staged", async () => {
  const { user, panel, address, router } = await openTest();
  // Pressed before the pause is over, after which the address would follow.
  await user.type(panel.getByLabelText("Номер телефона"), "+53 5 1234567");
  expect(await panel.findByText("Риск мошенничества")).toBeVisible();
  expect(panel.getByText("Кто об этом говорит")).toBeVisible();
  await user.click(panel.getByRole("button", { name: "Открыть…" }));
  await screen.findByRole("dialog", { name: "Проверка изменений" });
  expect(address()).toBe("/directions/review?q=%7E");
  expect(requests("PUT /direction")).toEqual([]);
  await router.navigate("/directions/test?q=~&number=%2B53");
  const again = await findPanel();
  expect(again.getByText(/вы уже выбрали изменение/)).toBeVisible();
  await user.click(again.getByRole("link", { name: "Показать в списке" }));
  await waitFor(() => expect(address()).toBe("/directions?q=%2B53"));
});

it("makes no claim while the directions can't be read, and retries on demand", async () => {
  fault({ operation: "GET /directions", fault: "status:500:no-access" });
  const { user, panel } = await openTest("+36 1 1234567");
  expect(await panel.findByText(/Провайдер отказал в доступе/)).toBeVisible();
  expect(screen.queryByRole("region", { name: "Результат" })).toBeNull();
  fault({ operation: "GET /direction", fault: "html" });
  await user.click(panel.getByRole("button", { name: "Повторить" }));
  expect(await panel.findByRole("heading", { name: "Венгрия +36" })).toBeVisible();
});

it("shows that it is unknown whether calls are allowed", async () => {
  fault({ operation: "GET /direction", fault: "html" });
  const { panel } = await openTest("+36 1 1234567");
  expect(await panel.findByText("Неизвестно, разрешены ли звонки")).toBeVisible();
  expect(panel.queryByRole("button", { name: /^Открыть/ })).toBeNull();
});
