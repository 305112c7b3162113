import "fake-indexeddb/auto";
import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, office, requests } from "#app/testing/sandbox.ts";
import { closeBatch } from "#domain/batch/state.ts";
import { select } from "#domain/sip/selection.ts";

afterEach(async () => {
  act(() => select());
  await act(() => closeBatch());
});

const tick = (index: number) => {
  const { number, name } = accountAt(index);
  return screen.findByRole("checkbox", { name: `Выбрать ${number} ${name}` });
};
const tickAll = () => screen.findByRole("checkbox", { name: /^Выбрать все/ });
const bar = () => screen.findByText(/^Выбран/);
const preview = () => screen.findByRole("table", { name: "Что изменится" });

it("ticks a range with Shift, all that the filters show, and says what is hidden", async () => {
  const { user } = await renderApp("/sip");
  await user.click(await tick(1));
  await user.keyboard("{Shift>}");
  await user.click(await tick(4));
  await user.keyboard("{/Shift}");
  expect(await bar()).toHaveTextContent("Выбрано 4 аккаунта");
  await user.click(await tick(2));
  expect(await bar()).toHaveTextContent("Выбрано 3 аккаунта");
  await user.click(screen.getByRole("button", { name: /^Без АОН/ }));
  await user.click(await tickAll());
  const without = [...office().accounts.values()].filter(({ aonId }) => aonId === null);
  await waitFor(async () => expect(await bar()).toHaveTextContent(/не показан/));
  await user.click(screen.getByRole("button", { name: "Снять выбор" }));
  expect(screen.queryByText(/^Выбран/)).toBeNull();
  expect(without.length).toBeGreaterThan(0);
});

it("shows the difference row by row, sends exactly that, and says what became of it", async () => {
  const { user, address } = await renderApp("/sip");
  await user.click(await tick(0));
  await user.click(await tick(2));
  await user.click(await screen.findByRole("link", { name: "Изменить…" }));
  await user.type(await screen.findByLabelText("Имя по шаблону"), "Стойка {{номер}");
  const rows = within(await preview()).getAllByRole("row");
  expect(rows[1]).toHaveTextContent(`Имя: ${accountAt(0).name} → Стойка 1`);
  expect(rows[2]).toHaveTextContent(`Имя: ${accountAt(2).name} → Стойка 2`);
  expect(requests("PATCH /sip/{id}")).toHaveLength(0);
  await user.click(screen.getByRole("button", { name: "Изменить 2 аккаунта" }));
  await waitFor(() => expect(address()).toBe("/sip/batch"));
  expect(await screen.findByText("Сделано 2 из 2")).toBeVisible();
  expect(requests("PATCH /sip/{id}").map(({ body }) => body)).toEqual([
    { name: "Стойка 1" },
    { name: "Стойка 2" },
  ]);
  await user.click(await screen.findByRole("button", { name: "Готово" }));
  await waitFor(() => expect(address()).toBe("/sip"));
});

it("reads what the list does not hold, says what can't be read, and retries it", async () => {
  const { user } = await renderApp("/sip");
  await user.click(await tick(0));
  await user.click(await screen.findByRole("link", { name: "Изменить…" }));
  fault({ operation: "GET /sip/{id}", fault: "status:404" });
  await user.type(await screen.findByLabelText("Описание"), "Продажи");
  expect(await screen.findByText(/1 аккаунт не удалось прочитать/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Изменить" })).toBeDisabled();
  fault();
  await user.click(screen.getByRole("button", { name: "Повторить" }));
  expect(await screen.findByText(/Описание: .+ → Продажи/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Изменить 1 аккаунт" })).toBeEnabled();
});

it("deletes only after a second step, and a failure names its row", async () => {
  const { user } = await renderApp("/sip");
  await user.click(await tick(0));
  await user.click(await tick(1));
  await user.click(await screen.findByRole("link", { name: "Изменить…" }));
  await user.click(await screen.findByRole("button", { name: "Удалить выбранные…" }));
  const button = screen.getByRole("button", { name: "Удалить 2 аккаунта" });
  expect(button).toBeDisabled();
  await user.click(screen.getByRole("checkbox", { name: /Удалить 2 аккаунта со всеми/ }));
  fault({ operation: "DELETE /sip/{id}", fault: "status:422", times: 1 });
  await user.click(button);
  expect(await screen.findByText(/Сделано 1 из 2 · не прошла 1/)).toBeVisible();
  await user.click(await screen.findByRole("button", { name: "Повторить только неудачную" }));
  expect(await screen.findByText("Сделано 2 из 2")).toBeVisible();
  expect(office().accounts.size).toBe(6);
});
