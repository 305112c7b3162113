import "fake-indexeddb/auto";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, office, requests } from "#app/testing/sandbox.ts";
import { closeBatch } from "#domain/batch/state.ts";
import * as csv from "#lib/csv.ts";

afterEach(() => act(() => closeBatch()));

async function paste(text: string) {
  const app = await renderApp("/sip/import");
  fireEvent.change(screen.getByLabelText("Или вставьте список"), { target: { value: text } });
  return app;
}
const rows = async () => {
  const table = await screen.findByRole("table", { name: "Что изменится" });
  return within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent);
};

it("creates an account for each name with the next free extensions, and sends exactly that", async () => {
  const { user, address } = await paste("Анна Орлова\nБорис Зуев\n");
  expect(await rows()).toEqual([
    expect.stringMatching(/^1208Анна Орлова.*Новый аккаунт/),
    expect.stringMatching(/^2209Борис Зуев.*Новый аккаунт/),
  ]);
  expect(requests("PUT /sip")).toHaveLength(0);
  await user.click(screen.getByRole("button", { name: "Создать 2 аккаунта" }));
  await waitFor(() => expect(address()).toBe("/sip/batch"));
  expect(await screen.findByText("Сделано 2 из 2")).toBeVisible();
  expect(requests("PUT /sip").map(({ body }) => body)).toEqual([
    { name: "Анна Орлова", number: 208, sip_timeout: 30, sequence_rule: "single" },
    { name: "Борис Зуев", number: 209, sip_timeout: 30, sequence_rule: "single" },
  ]);
});

it("says of each line what it does: new, changed, the same, or why it can't be sent", async () => {
  const { number, name, id } = accountAt(0);
  await paste(
    `ИД;Добавочный;Имя\n${id};${number};Новое имя\n;${accountAt(1).number};${accountAt(1).name}\n` +
      `999;;Никто\n;12;Короткий\n;700;Анна\n;700;Повтор\n`,
  );
  const texts = await rows();
  expect(texts).toEqual([
    expect.stringContaining("ИД: аккаунта 999 нет"),
    expect.stringContaining("Добавочный: Не меньше 200"),
    expect.stringContaining("Добавочный: то же, что в строке 6"),
    expect.stringContaining(`Имя: ${name} → Новое имя`),
    expect.stringContaining("Уже как в списке"),
    expect.stringContaining("Новый аккаунт"),
  ]);
  expect(screen.getByRole("button", { name: "Создать 1, изменить 1" })).toBeEnabled();
  expect(screen.getByText("3 строки нельзя отправить")).toBeVisible();
});

it("leaves alone what exists where that is wanted", async () => {
  const { number } = accountAt(0);
  const { user } = await paste(`Добавочный;Имя\n${number};Новое имя\n`);
  await user.click(await screen.findByRole("radio", { name: "Оставить как есть" }));
  await waitFor(async () => expect((await rows())[0]).toContain("Уже есть, не меняются"));
  expect(screen.getByRole("button", { name: "Создать" })).toBeDisabled();
});

it("compares with the whole office only", async () => {
  fault({ operation: "GET /sip", fault: "status:401" });
  await paste("Анна\n");
  expect(await screen.findByRole("alert")).toHaveTextContent("Провайдер не принял токен");
  expect(screen.getByRole("button", { name: "Создать" })).toBeDisabled();
});

it("gives the list back with the result, the id and the reason of each line", async () => {
  const saved = vi.spyOn(csv, "downloadCsv").mockReturnValue();
  const { user } = await paste("Добавочный;Имя;Стол\n700;Анна;5\n12;Вера;6\n");
  await user.click(await screen.findByRole("button", { name: "Создать 1 аккаунт" }));
  expect(await screen.findByText("Сделано 1 из 1")).toBeVisible();
  const created = [...office().accounts.values()].find(({ number }) => number === 700);
  await user.click(screen.getByRole("button", { name: "Скачать итог" }));
  expect(saved.mock.calls[0]?.[0].trim().split("\r\n")).toEqual([
    "Добавочный;Имя;Стол;Итог;ИД;Причина",
    `700;Анна;5;Сделано;${created?.id};`,
    "12;Вера;6;Не отправлено;;Добавочный: Не меньше 200",
  ]);
});
