import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, requests } from "#app/testing/sandbox.ts";
import { MAX_FILE_BYTES } from "#lib/decodeFile.ts";

/** A file with readable bytes, which jsdom's files lack. */
function makeFile(content: string | Uint8Array<ArrayBuffer>): File {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const arrayBuffer = () => Promise.resolve(bytes.buffer);
  return Object.assign(new File([bytes], "страны.csv"), { arrayBuffer });
}

/** Over an empty list: rendering its rows would take most of the time. */
async function openImport() {
  const app = await renderApp("/directions/import?q=~");
  const panel = within(await screen.findByRole("dialog", { name: "Загрузка списка стран" }));
  const upload = (content: string | Uint8Array<ArrayBuffer>) =>
    app.user.upload(panel.getByLabelText("Выберите файл"), makeFile(content));
  const paste = (value: string) =>
    fireEvent.change(panel.getByLabelText("Или вставьте список"), { target: { value } });
  const group = async (title: string) => {
    const summary = await panel.findByText(title, { selector: "summary" });
    return Array.from(summary.parentElement?.querySelectorAll("li") ?? [], (item) =>
      item.textContent.trim(),
    );
  };
  return { ...app, panel, upload, paste, group };
}

const keptLists = () => Object.keys(sessionStorage).filter((key) => key.includes("import"));
const writes = () => requests().filter(({ operation }) => operation?.startsWith("GET") === false);

it("shows what a file would change and hands it to the review, sending nothing", async () => {
  const { user, panel, upload, group, address } = await openImport();
  // Everything that is open at first, without Germany (49) and Georgia (995); Cuba and Austria are
  // new.
  await upload(
    "\uFEFFКод;Страна\r\n7;Россия\r\n36;\r\n58;Венесуэла\r\n90;\r\n374;\r\n375;\r\n996;\r\n" +
      "998;Узбекистан\r\n53;Куба\r\n'+43;\r\n43;Австрия\r\n;Атлантида\r\n36;Россия\r\n1;Где-то\r\n",
  );
  expect(await group("Откроются 2 страны")).toEqual(["Австрия +43", "Куба +53 Риск мошенничества"]);
  expect(panel.queryByText(/Закро/, { selector: "summary" })).toBeNull();
  await user.click(panel.getByRole("radio", { name: /^Сделать открытое точно/ }));
  expect(await group("Закроются 2 страны")).toEqual(["Германия +49", "Грузия +995"]);
  expect(panel.getByText(/останется открытым.*Казахстан/)).toBeVisible();
  expect(panel.getByText(/Среди них 1 рискованное/)).toBeVisible();
  expect(panel.getByText(/Страны из непонятых строк/)).toBeVisible();
  expect(await group("Не поняты 3 строки")).toEqual([
    "Строка 13, «Атлантида»: нет такого кода или названия",
    "Строка 14, «36 · Россия»: код принадлежит другой стране",
    "Строка 15, «1 · Где-то»: код общий, а название не подходит ни к одной из стран",
  ]);
  expect(await group("1 строка повторяется")).toEqual([
    "Строка 12, «43 · Австрия»: то же, что в строке 11",
  ]);
  await user.click(panel.getByRole("button", { name: "К проверке" }));
  const review = await screen.findByRole("dialog", { name: "Проверка изменений" });
  expect(address()).toBe("/directions/review?q=~");
  for (const name of ["Куба", "Австрия", "Германия", "Грузия"]) {
    expect(review).toHaveTextContent(name);
  }
  expect(writes()).toEqual([]);
});

const bad = [
  ["", "Этот файл пуст."],
  [new Uint8Array(5 * MAX_FILE_BYTES), /больше 5 МБ/],
  [Uint8Array.from([0x50, 0x4b, 3, 4, 20]), /книга Excel/],
  [Uint8Array.from([137, 80, 78, 71, 0, 26]), /не текстовый файл/],
  ['7;Россия\n"36;Венгрия', /Кавычка в строке 2 не закрыта/],
  ["7\n".repeat(20_001), /больше 20\s000 строк/],
  ["Код;Страна", /Не удалось понять ни одной строки/],
] as const;

it("explains the fault of every bad file, and reads a good one afterwards", async () => {
  const { user, panel, upload, paste, group } = await openImport();
  for (const [content, words] of bad) {
    await upload(content);
    expect(await panel.findByText(words)).toBeVisible();
    expect(panel.getByRole("button", { name: "К проверке" })).toBeDisabled();
  }
  await upload(`<script>${"x".repeat(300)}\nАтлантида`);
  expect(await panel.findByText(/Ни одна строка не называет/)).toBeVisible();
  await user.click(panel.getByRole("radio", { name: /^Сделать открытое точно/ }));
  expect(panel.getByRole("button", { name: "К проверке" })).toBeDisabled();
  fireEvent.drop(panel.getByText("Файл: страны.csv"), {
    dataTransfer: { files: [makeFile("36")] },
  });
  expect(await group("Закроется 10 стран")).toHaveLength(10);
  await user.click(panel.getByRole("button", { name: "Убрать файл" }));
  expect(panel.getByLabelText("Выберите файл")).toHaveFocus();
  paste("Венгрия\n+7");
  await user.click(panel.getByRole("radio", { name: /^Только открыть/ }));
  expect(await panel.findByText("Менять нечего: всё уже как в списке.")).toBeVisible();
});

it("asks before pasted text is discarded by closing, and not on the way to the review", async () => {
  const { user, panel, paste, address } = await openImport();
  paste("43;Австрия");
  await user.keyboard("{Escape}");
  expect(await screen.findByText(/ещё не передан на проверку и пропадёт\.$/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Продолжить правку" }));
  expect(panel.getByLabelText("Или вставьте список")).toHaveValue("43;Австрия");
  await user.click(panel.getByRole("button", { name: "Отмена" }));
  await user.click(await screen.findByRole("button", { name: "Уйти без сохранения" }));
  await vi.waitFor(() => expect(address()).toBe("/directions?q=~"));
});

it("restores after a reload what was loaded, until it is discarded or handed on", async () => {
  const first = await openImport();
  await first.upload("43;Австрия");
  await first.group("Откроется 1 страна");
  await first.user.click(first.panel.getByRole("radio", { name: /^Сделать открытое точно/ }));
  window.dispatchEvent(new Event("pagehide"));
  first.unmount();

  const second = await openImport();
  expect(await second.panel.findByText(/Восстановлено то, что вы ввели/)).toBeVisible();
  expect(second.panel.getByText("Файл: страны.csv")).toBeVisible();
  expect(second.panel.getByRole("radio", { name: /^Сделать открытое точно/ })).toBeChecked();
  expect(await second.group("Откроется 1 страна")).toEqual(["Австрия +43"]);
  await second.user.click(second.panel.getByRole("button", { name: "Сбросить" }));
  expect(second.panel.queryByText("Файл: страны.csv")).toBeNull();
  expect(second.panel.getByLabelText("Выберите файл")).toHaveFocus();
  expect(keptLists()).toEqual([]);

  second.paste("43;Австрия");
  await second.user.click(await second.panel.findByRole("button", { name: "К проверке" }));
  await screen.findByRole("dialog", { name: "Проверка изменений" });
  expect(keptLists()).toEqual([]);
});

it("compares nothing while it is unknown what is open", async () => {
  fault({ operation: "GET /direction", fault: "status:500:no-access" });
  const { user, panel, paste, group } = await openImport();
  paste("43;Австрия");
  expect(await panel.findByText(/Провайдер отказал в доступе/)).toBeVisible();
  expect(await panel.findByText(/сравнивать не с чем/)).toBeVisible();
  fault();
  await user.click(panel.getByRole("button", { name: "Повторить" }));
  expect(await group("Откроется 1 страна")).toEqual(["Австрия +43"]);
});

it("saves what is open as a file", async () => {
  const saved: Blob[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  vi.stubGlobal(
    "URL",
    class extends URL {
      static override createObjectURL = (blob: Blob) => `blob:${saved.push(blob)}`;
    },
  );
  const { user } = await renderApp("/directions?q=авст");
  await user.click(await screen.findByRole("button", { name: "Скачать CSV" }));
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  const text = await readBlob(saved[0]);
  expect(text.split("\r\n").slice(0, 3)).toEqual([
    "Код;Название;Название (англ.);ИД",
    expect.stringMatching(/^7;Казахстан;Kazakhstan;\d+$/),
    expect.stringMatching(/^7;Россия;Russia;\d+$/),
  ]);
});

/** jsdom's blobs have no `text()`. */
function readBlob(blob = new Blob()): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      resolve(typeof reader.result === "string" ? reader.result : "");
    });
    reader.readAsText(blob);
  });
}
