import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { closed, field, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, office, requests } from "#app/testing/sandbox.ts";

const GET = "GET /sip/{id}";
const SECRET = "Secret-25-Zq7m";
const page = () => `/sip/${accountAt(0).id}`;
const heading = () => screen.getByRole("heading", { level: 1, hidden: true });
const pageTitle = (name: string) => `${accountAt(0).number} ${name} · Pult`;
const save = () => panel().getByRole("button", { name: /Сохранить/ });

beforeEach(() => {
  accountAt(0).password = SECRET;
});

async function openAccount() {
  const app = await renderApp(page());
  await screen.findByText(accountAt(0).login);
  const refetch = (operation: string) =>
    act(() => app.client.refetchQueries({ queryKey: [operation] }));
  return { ...app, refetch };
}

async function openForm() {
  const app = await openAccount();
  await app.user.click(screen.getByRole("link", { name: "Изменить" }));
  await screen.findByRole("dialog");
  return app;
}

describe("an account that is deleted while its form is open", () => {
  it("keeps the page, the form and what was typed, and shows a warning", async () => {
    const { user, refetch, address } = await openForm();
    await fill(user, "Имя", "Охрана");
    office().accounts.delete(accountAt(0).id);
    await refetch("getSipAccount");
    const notice = await screen.findByText(/Этого аккаунта у провайдера больше нет/);
    expect(notice.closest("[role=alert]")).toBeInTheDocument();
    expect(screen.queryByText("Такого аккаунта нет")).toBeNull();
    expect(field("Имя")).toHaveValue("Охрана");
    expect(address()).toMatch(/\/edit$/);
  });
});

describe("a status that can't be refreshed", () => {
  it("is shown as unknown on the account's page", async () => {
    const { refetch } = await openAccount();
    expect(await screen.findByText("В сети")).toBeVisible();
    fault({ operation: "GET /sip/statuses", fault: "status:403" });
    await refetch("listSipStatuses");
    expect(await screen.findByText("Статус неизвестен")).toBeVisible();
    expect(screen.queryByText("В сети")).toBeNull();
    fault();
    await refetch("listSipStatuses");
    expect(await screen.findByText("В сети")).toBeVisible();
  });
});

describe("a password on screen", () => {
  it("is hidden once the edit form is open, and stays hidden", async () => {
    const { user } = await openAccount();
    await user.click(screen.getByRole("button", { name: "Показать пароль" }));
    expect(await screen.findByText(SECRET)).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Изменить" }));
    await screen.findByRole("dialog");
    expect(screen.queryByText(SECRET)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Задать новый пароль" }));
    await fill(user, "Новый пароль", "kR4-vT9_xw2.Zq7m");
    await user.click(save());
    await closed();
    expect(screen.queryByText(SECRET)).toBeNull();
    expect(screen.getByText("Пароль скрыт")).toBeInTheDocument();
  });
});

describe("an account without a password", () => {
  it.each(["Скопировать: Пароль", "Скопировать всё"])(
    "«%s» shows that the provider returned no password",
    async (name) => {
      accountAt(0).password = "";
      const { user } = await openAccount();
      const write = vi.spyOn(navigator.clipboard, "writeText");
      await user.click(screen.getByRole("button", { name }));
      expect(await screen.findByText("Провайдер не вернул пароль")).toBeVisible();
      expect(write).not.toHaveBeenCalled();
      expect(screen.queryByText(/: скопировано/)).toBeNull();
    },
  );
});

describe("a successful save", () => {
  it.each(["hang", "status:500", "status:404", "html"])(
    "shows at once, even when the refetch after it ends in %s",
    async (kind) => {
      const { user, address } = await openForm();
      await fill(user, "Имя", "Охрана");
      await fill(user, "Описание", "Второй этаж");
      fault({ operation: GET, fault: kind });
      const before = requests(GET).length;
      await user.click(save());
      await closed();
      expect(address()).toBe(page());
      expect(heading()).toHaveTextContent(`${accountAt(0).number} Охрана`);
      expect(screen.getAllByText("Второй этаж").length).toBeGreaterThan(0);
      expect(await screen.findByText("Сохранено")).toBeVisible();
      await waitFor(() => expect(requests(GET).length).toBeGreaterThan(before));
      expect(heading()).toHaveTextContent(`${accountAt(0).number} Охрана`);
    },
  );
});

describe("the tab's title", () => {
  it("is the new name after a save in the panel", async () => {
    const { user } = await openForm();
    expect(document.title).toMatch(/^Изменить .* · Pult$/);
    await fill(user, "Имя", "Охрана");
    await user.click(save());
    await waitFor(() => expect(document.title).toBe(pageTitle("Охрана")));
    await closed();
    expect(document.title).toBe(pageTitle("Охрана"));
  });

  it("is the panel's while it is open, and then the name that was refetched meanwhile", async () => {
    const { user, refetch } = await openForm();
    const before = document.title;
    accountAt(0).name = "Переименовал коллега";
    await refetch("getSipAccount");
    await waitFor(() => expect(heading()).toHaveTextContent("Переименовал коллега"));
    expect(document.title).toBe(before);
    await user.click(panel().getByRole("button", { name: "Отмена" }));
    await closed();
    expect(document.title).toBe(pageTitle("Переименовал коллега"));
  });
});
