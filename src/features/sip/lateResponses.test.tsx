import { act, screen, waitFor } from "@testing-library/react";
import { http } from "msw";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { field, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, office, server } from "#app/testing/sandbox.ts";

type App = Awaited<ReturnType<typeof renderApp>>;

const page = (index = 0) => `/sip/${accountAt(index).id}`;
const button = (name: string | RegExp) => screen.getByRole("button", { name });

/** Holds the responses of an address back until `release`, which waits until they have arrived. */
function hold(method: "get" | "put" | "patch" | "delete", path: string) {
  const gate = new AbortController();
  const opened = new Promise((resolve) => {
    gate.signal.addEventListener("abort", resolve);
  });
  const requested = vi.fn<() => void>();
  server.use(
    http[method](`*/api/v1${path}`, async () => {
      requested();
      await opened;
      // Returns nothing, so the sandbox responds.
    }),
  );
  const sent: Promise<unknown>[] = [];
  const send = fetch;
  vi.stubGlobal("fetch", (...request: Parameters<typeof fetch>) => {
    const answer = send(...request);
    sent.push(Promise.allSettled([answer.then((response) => response.clone().text())]));
    return answer;
  });
  return {
    requested: () => waitFor(() => expect(requested).toHaveBeenCalled()),
    release: () =>
      act(async () => {
        gate.abort();
        await Promise.all(sent);
      }),
  };
}

async function openAccount(): Promise<App> {
  const app = await renderApp(page());
  await screen.findByText(accountAt(0).login);
  return app;
}

/** Shows a toast and waits for it: earlier toasts have been shown by then. */
async function copyServer({ user }: App) {
  await user.click(button("Скопировать: Сервер"));
  await screen.findByText("Сервер: скопировано");
}

// Loaded beforehand: on a busy machine lazy code would load too slowly.
beforeAll(async () => {
  await Promise.all([
    import("#ui/form/UnsavedQuestion.tsx"),
    import("./form/CreateAccountPanel.tsx"),
    import("./form/EditAccountPanel.tsx"),
  ]);
});

/** In a browser a signal's reason is a `DOMException`; in jsdom it is Node's own. */
beforeEach(() => {
  const { reason } = AbortSignal.abort() as { reason: Error };
  vi.stubGlobal("DOMException", reason.constructor);
});

describe("a password that arrives after the user went to another account", () => {
  it.each(["Показать пароль", "Скопировать: Пароль", "Скопировать всё"])(
    "after «%s» is neither shown, nor copied, nor announced",
    async (name) => {
      const secret = "Secret-25-Zq7m";
      accountAt(0).password = secret;
      const app = await openAccount();
      const { requested, release } = hold("get", page());
      await app.user.click(button(name));
      await requested();
      await act(() => app.router.navigate(page(1)));
      await screen.findByText(accountAt(1).login);
      const write = vi.spyOn(navigator.clipboard, "writeText");
      await release();
      await copyServer(app);
      expect(screen.getAllByText(/скопировано/)).toHaveLength(1);
      expect(write.mock.calls).toEqual([[accountAt(1).server]]);
      expect(document.body).not.toHaveTextContent(secret);
      expect(screen.getByText("Пароль скрыт")).toBeInTheDocument();
      expect(screen.queryByText(/не удалось|не разрешил|Нет связи/)).toBeNull();
    },
  );
});

it("a password that arrives when the form is open stays hidden", async () => {
  const app = await openAccount();
  const { requested, release } = hold("get", page());
  await app.user.click(button("Показать пароль"));
  await requested();
  await app.user.click(screen.getByRole("link", { name: "Изменить" }));
  await screen.findByRole("dialog");
  await release();
  expect(screen.getByText("Пароль скрыт")).toBeInTheDocument();
});

it("the heading of an account keeps the focus when its data arrives", async () => {
  const { requested, release } = hold("get", page());
  const { router } = await renderApp("/sip");
  await act(() => router.navigate(page()));
  await requested();
  const heading = await screen.findByRole("heading", { level: 1, name: "Аккаунт" });
  await waitFor(() => expect(heading).toHaveFocus());
  await release();
  const { number, name } = accountAt(0);
  await waitFor(() => expect(heading).toHaveTextContent(`${number} ${name}`));
  expect(heading).toHaveFocus();
});

/** What the user does, which request it sends, and which toast follows. */
const WRITES: [string, Parameters<typeof hold>, (app: App) => Promise<void>, string][] = [
  [
    "creating",
    ["put", "/sip"],
    async ({ user, router }) => {
      await act(() => router.navigate("/sip/new"));
      await screen.findByRole("dialog");
      await fill(user, "Добавочный", "400");
      await fill(user, "Имя", "Анна Белова");
      await user.click(panel().getByRole("button", { name: /Создать аккаунт/ }));
    },
    "Аккаунт 400 Анна Белова создан",
  ],
  [
    "changing",
    ["patch", "/sip/:id"],
    async ({ user, router }) => {
      await act(() => router.navigate(`${page()}/edit`));
      await screen.findByRole("dialog");
      await fill(user, "Имя", "Анна Белова");
      expect(field("Имя")).toHaveValue("Анна Белова");
      await user.click(panel().getByRole("button", { name: /Сохранить/ }));
    },
    "Сохранено",
  ],
  [
    "deleting",
    ["delete", "/sip/:id"],
    async ({ user }) => {
      await user.click(button("Ещё"));
      await user.click(button("Удалить"));
      await screen.findByRole("dialog");
      await user.click(screen.getByRole("checkbox"));
      await user.click(button(/^Удалить \d/));
    },
    "удалён",
  ],
];

describe("a write's response that arrives after its page was left", () => {
  it.each(WRITES)(
    "%s: shows the outcome as a toast and does not navigate",
    async (what, where, start, toast) => {
      const app = await openAccount();
      const { requested, release } = hold(...where);
      await start(app);
      await requested();
      await act(async () => {
        // Settles only once the question is answered.
        void app.router.navigate("/voicemail");
      });
      await app.user.click(await screen.findByRole("button", { name: "Уйти" }));
      await screen.findByRole("heading", { level: 1, name: "Голосовая почта" });
      await release();
      expect(await screen.findByText(new RegExp(toast))).toBeVisible();
      const names = [...office().accounts.values()].map(({ name }) => name);
      expect(names.includes("Анна Белова")).toBe(what !== "deleting");
      expect(app.address()).toBe("/voicemail");
    },
  );
});
