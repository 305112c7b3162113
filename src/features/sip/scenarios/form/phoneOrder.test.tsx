import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fill } from "#app/testing/form.ts";
import {
  account,
  field,
  setOnlyScenario,
  marks,
  numbers,
  openEdit,
  openNew,
  panel,
  press,
  PUT,
  completeScenario,
  sent,
  show,
  timeouts,
} from "./testing/form.ts";

const [ONE, TWO, THREE] = ["+7 900 000-00-01", "+7 900 000-00-02", "+7 900 000-00-03"];
const ROWS = [
  { number: "79000000001", timeout: 10 },
  { number: "79000000002", timeout: 20 },
  { number: "79000000003", timeout: 30 },
];
const endpoints = [
  { type: "sip", timeout: 20 },
  ...ROWS.map((row) => ({ type: "mob", number: row.number, timeout: row.timeout })),
];

/** Rows of 100 px below each other: jsdom does no layout. */
function fakeRect(this: Element): DOMRect {
  const rows = [...document.querySelectorAll("form ol > li")];
  const row = rows.findIndex((each) => each === this || each.contains(this));
  return row === -1 ? new DOMRect(0, 0, 300, 1000) : new DOMRect(0, row * 100, 300, 90);
}

const handle = (place: number) => press(`Переставить: Номер ${place}`);
const announcement = (text: string) => screen.findByText(text);

beforeEach(() => {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(fakeRect);
  setOnlyScenario({ phones: ROWS });
  show(() => completeScenario({ endpoints }));
});

describe("the order of the phones", () => {
  it("is changed by buttons; the focus stays with the row, at the end too", async () => {
    const { user } = await openEdit();
    await user.click(press("Ниже: Номер 1"));
    expect(numbers()).toEqual([TWO, ONE, THREE]);
    expect(timeouts()).toEqual(["20", "10", "30"]);
    expect(press("Ниже: Номер 2")).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(numbers()).toEqual([TWO, THREE, ONE]);
    expect(press("Ниже: Номер 3")).toHaveFocus();
    expect(press("Ниже: Номер 3")).toHaveAttribute("aria-disabled", "true");
    await user.keyboard("{Enter}");
    expect(numbers()).toEqual([TWO, THREE, ONE]);
    await user.click(press("Выше: Номер 2"));
    expect(numbers()).toEqual([THREE, TWO, ONE]);
    expect(press("Выше: Номер 1")).toHaveFocus();
  });

  it("is sent", async () => {
    const { user, address } = await openEdit();
    await user.click(press("Выше: Номер 3"));
    await user.click(press("Сохранить"));
    await waitFor(() => expect(address()).toBe(account()));
    expect(sent(PUT)).toMatchObject([{ phones: [ROWS[0], ROWS[2], ROWS[1]] }]);
  });

  it("moves errors along with their rows", async () => {
    const { user } = await openEdit();
    await fill(user, "Номер 1", "12");
    await user.click(press("Сохранить"));
    await waitFor(() => expect(field("Номер 1")).toBeInvalid());
    await user.click(press("Ниже: Номер 1"));
    expect(field("Номер 2")).toHaveValue("12");
    expect(field("Номер 2")).toBeInvalid();
    expect(field("Номер 1")).toBeValid();
  });

  it('moves the "required" marks along, and adding a row shows no errors', async () => {
    show(() =>
      completeScenario({ endpoints: [endpoints[0], { type: "mob", timeout: 55 }, endpoints[2]] }),
    );
    const { user } = await openEdit();
    expect(marks()).toBe(1);
    await user.click(press("Ниже: Номер 1"));
    expect(field("Номер 2")).toHaveAccessibleDescription(/Провайдер этого не возвращает/);
    expect(timeouts()).toEqual(["20", "55"]);
    await user.click(press("Добавить номер"));
    expect(field("Номер 3")).toHaveFocus();
    expect(field("Номер 2")).toBeValid();
    expect(field("Номер 3")).toBeValid();
  });

  it("keeps the focus near when a row is removed", async () => {
    const { user } = await openEdit();
    await user.click(press("Убрать: Номер 2"));
    expect(numbers()).toEqual([ONE, THREE]);
    expect(press("Убрать: Номер 2")).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(press("Убрать: Номер 1")).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(press("Добавить номер")).toHaveFocus();
  });
});

/** Lifts a row and moves it one place down. */
async function lift(place: number) {
  const app = await openEdit();
  handle(place).focus();
  fireEvent.keyDown(handle(place), { code: "Space", key: " " });
  await announcement(`Строка ${place} взята`);
  // The drag library listens from the next task on.
  await vi.waitFor(() => {
    fireEvent.keyDown(handle(place), { code: "ArrowDown", key: "ArrowDown" });
    screen.getByText(/теперь на месте [^1]/);
  });
  return app;
}

describe("a lifted row", () => {
  it("is dropped by keyboard, and its place is announced", async () => {
    await lift(1);
    await announcement("Строка 1 теперь на месте 2");
    fireEvent.keyDown(document.activeElement ?? document, { code: "Space", key: " " });
    await announcement("Строка 1 поставлена на место 2");
    await waitFor(() => expect(numbers()).toEqual([TWO, ONE, THREE]));
  });

  it("returns on Escape, and the form stays open", async () => {
    const { address } = await lift(1);
    const before = address();
    fireEvent.keyDown(handle(1), { code: "Escape", key: "Escape" });
    await announcement("Строка 1 вернулась на своё место");
    expect(numbers()).toEqual([ONE, TWO, THREE]);
    expect(address()).toBe(before);
    expect(panel().getByRole("heading", { name: /Изменить сценарий/ })).toBeVisible();
  });

  it("is described to screen readers", async () => {
    const { user } = await openNew();
    await user.click(press("Добавить номер"));
    expect(handle(1)).toHaveAccessibleDescription(/Пробел — взять строку/);
    expect(handle(1)).toHaveAttribute("aria-roledescription", "строка, которую можно переставить");
  });
});
