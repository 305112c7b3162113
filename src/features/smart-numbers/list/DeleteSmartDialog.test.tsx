import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { closed } from "#app/testing/form.ts";
import { hasText } from "#app/testing/hasText.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { fault, office, requests } from "#app/testing/sandbox.ts";

const LIST = "GET /smart-numbers";
const DELETE = "DELETE /smart-numbers/{id}";
const FAILURES = [
  [{ fault: "status:500", message: "User not found" }, "Пользователя с ИД 40 провайдер не знает"],
  [
    { fault: "status:400", message: "The smart number id must be int" },
    "Провайдер не принял ИД этого умного номера. Ему нужно целое число",
  ],
  [{ fault: "status:500:no-access" }, "Провайдер отказал в доступе"],
  [{ fault: "drop" }, "Неизвестно, выполнено ли это"],
  [{ fault: "status:429" }, "Слишком много запросов"],
  [{ fault: "html" }, "Неизвестно, выполнено ли это"],
] as const;
const dialog = () => within(screen.getByRole("dialog"));
const confirm = () => dialog().getByRole("button", { name: "Удалить номер" });

async function openDialog() {
  const app = await renderApp("/smart-numbers?user=40");
  const remove = await screen.findByRole("button", { name: /Удалить \+7.977.000-54-19/ });
  await waitFor(() => expect(screen.getByText(/\+374.10.324040/)).toBeVisible());
  await app.user.click(remove);
  await screen.findByRole("dialog");
  return { ...app, remove };
}

describe("deleting a smart number", () => {
  it("names it and its destination, and sends one request", async () => {
    const { user } = await openDialog();
    expect(screen.getByRole("dialog")).toHaveAccessibleName(
      /Удалить умный номер \+7.977.000-54-19\?/,
    );
    expect(dialog().getByText(hasText(/Он ведёт на \+374.10.324040/))).toBeVisible();
    expect(dialog().getByText("Название: тестовый умный номер")).toBeVisible();
    fault({ operation: DELETE, fault: "latency:50" });
    await user.dblClick(confirm());
    await screen.findByText(hasText(/Умный номер \+7.977.000-54-19 удалён/));
    await screen.findByText("1 номер");
    expect(requests(DELETE)).toMatchObject([{ path: "/api/v1/smart-numbers/2", status: 200 }]);
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  });

  it("can be cancelled without sending anything", async () => {
    const { user, remove } = await openDialog();
    expect(dialog().getByRole("button", { name: "Отмена" })).toHaveFocus();
    await user.keyboard("{Escape}");
    await closed();
    expect(remove).toHaveFocus();
    expect(requests(DELETE)).toEqual([]);
  });

  it("that somebody else has deleted shows that, and removes the row", async () => {
    const { user } = await openDialog();
    office().smartNumbers = office().smartNumbers.filter(({ id }) => id !== 2);
    await user.click(confirm());
    await screen.findByText(hasText(/Умного номера \+7.977.000-54-19 уже не было/));
    expect(await screen.findByText("1 номер")).toBeVisible();
  });

  it("whose response was lost shows at the second try that the number was already deleted", async () => {
    const { user } = await openDialog();
    fault({ operation: DELETE, fault: "drop", after: true, times: 1 });
    await user.click(confirm());
    await dialog().findByRole("alert");
    await user.click(confirm());
    expect(
      await screen.findByText(hasText(/^Умного номера \+7.977.000-54-19 уже не было$/)),
    ).toBeVisible();
    expect(requests(DELETE)).toMatchObject([{ status: null }, { status: 404 }]);
  });

  it("that fails shows why once inside the dialog, keeps the row and refetches the list", async () => {
    const { user } = await openDialog();
    for (const [kind, words] of FAILURES) {
      const before = requests(LIST).length;
      fault({ operation: DELETE, ...kind });
      await user.click(confirm());
      expect(await dialog().findByRole("alert")).toHaveTextContent(words);
      await waitFor(() => expect(requests(LIST)).toHaveLength(before + 1));
    }
    expect(requests(DELETE)).toHaveLength(FAILURES.length);
    expect(screen.getAllByRole("row", { hidden: true })).toHaveLength(3);
  });
});
