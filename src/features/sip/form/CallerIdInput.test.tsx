import { act, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { field, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, fault, requests, server } from "#app/testing/sandbox.ts";

const LIST = "GET /number";
const PATCH = "PATCH /sip/{id}";
const BY_HAND = "АОН: ИД номера";
const save = () => panel().getByRole("button", { name: /Сохранить/ });
const options = () => screen.getAllByRole("option").map((option) => option.textContent);
const plain = (text: string) => text.replaceAll("\u00a0", " ");

async function openForm(aonId: number | null = 15) {
  accountAt(0).aonId = aonId;
  const app = await renderApp(`/sip/${accountAt(0).id}/edit`);
  await screen.findByRole("dialog");
  await waitFor(() => expect(requests(LIST).at(-1)?.status ?? 0).toBeTruthy());
  return app;
}

describe("the picker of a caller ID", () => {
  it("shows the present one, offers all, and sends the id of the chosen one", async () => {
    const { user } = await openForm();
    expect(plain(field("АОН").value)).toBe("+7 495 000-00-15");
    await user.click(field("АОН"));
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(options()).toHaveLength(12));
    await user.click(screen.getByRole("option", { name: /999.333-22-10/ }));
    await user.click(save());
    await waitFor(() => expect(requests(PATCH).map(({ body }) => body)).toEqual([{ aon: 22 }]));
  });

  it.each(["8 (999) 333", "+7 999 333", "2210", "999-333-22-10"])(
    "finds a number typed as «%s»",
    async (typed) => {
      const { user } = await openForm(null);
      await fill(user, "АОН", typed);
      await waitFor(() => expect(options()).toHaveLength(1));
      expect(plain(options()[0] ?? "")).toContain("+7 999 333-22-10");
    },
  );

  it.each([
    ["8 495 000-00-16", "+7 495 000-00-16"],
    ["8495000001", "+7 495 000-00-16"],
    ["8 800 000-00-20", "+7 800 000-00-20"],
    ["800 000 00 20", "+7 800 000-00-20"],
    ["88000000020", "+7 800 000-00-20"],
  ])("finds what is dialled as «%s»", async (typed, found) => {
    const { user } = await openForm(null);
    await fill(user, "АОН", typed);
    await waitFor(() => expect(options().map((text) => plain(text ?? ""))).not.toEqual([]));
    expect(options().some((text) => plain(text ?? "").startsWith(found))).toBe(true);
  });

  it("finds a number that itself has an 8 where one dials one", async () => {
    accountAt(0).aonId = null;
    const answer = { data: [{ id: 90, number: "78000000020", phone_type: "800" }] };
    const paging = { current_page: 1, last_page: 1, per_page: 100, total: 2 };
    const abroad = { id: 91, number: "48800000020", phone_type: "abc" };
    server.use(
      http.get("*/api/v1/number", () =>
        HttpResponse.json({ ...answer, data: [...answer.data, abroad], ...paging }),
      ),
    );
    const { user } = await renderApp(`/sip/${accountAt(0).id}/edit`);
    await screen.findByRole("dialog");
    await fill(user, "АОН", "88000");
    await waitFor(() => expect(options()).toHaveLength(2));
  });

  it("stays when its list can't be refreshed", async () => {
    const { user, client } = await openForm();
    fault({ operation: LIST, fault: "status:403" });
    await act(() => client.refetchQueries({ queryKey: ["listNumbers"] }));
    await waitFor(() => expect(requests(LIST).at(-1)?.status).toBe(403));
    expect(panel().queryByLabelText(BY_HAND)).toBeNull();
    expect(plain(field("АОН").value)).toBe("+7 495 000-00-15");
    await user.click(field("АОН"));
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(options()).toHaveLength(12));
  });

  it.each(["8 999 333-22-10", "+7 (999) 333 22 10", "9993332210", "\u202a79993332210", "2210"])(
    "takes «%s», typed and not picked, as the only one that fits",
    async (typed) => {
      const { user } = await openForm();
      await waitFor(() => expect(requests(LIST).at(-1)?.status).toBe(200));
      await fill(user, "АОН", typed);
      await user.click(save());
      await waitFor(() => expect(requests(PATCH).map(({ body }) => body)).toEqual([{ aon: 22 }]));
    },
  );

  it.each([
    ["8 999 333-22-11", /В списке такого нет/],
    ["8 999 333-22-10 доб. 3", /В списке такого нет/],
    ["8 999 333-22-10, 8 495 000-00-16", /В списке такого нет/],
    ["00-00", /Подходит \d+ строк/],
  ])("of «%s» says on the field that it is none, and saves nothing", async (typed, words) => {
    const { user, address } = await openForm();
    await fill(user, "АОН", typed);
    await user.click(save());
    expect(await panel().findByText(words)).toBeVisible();
    expect(field("АОН")).toHaveFocus();
    expect(field("АОН")).toBeInvalid();
    expect(field("АОН")).toHaveValue(typed);
    expect(address()).toMatch(/edit$/);
    expect(requests(PATCH)).toEqual([]);
    // Back to what is set, as long as nothing else was chosen.
    await user.clear(field("АОН"));
    await user.tab();
    expect(plain(field("АОН").value)).toBe("+7 495 000-00-15");
    await waitFor(() => expect(field("АОН")).toBeValid());
  });

  it("shows on Enter which one was meant, before anything is sent", async () => {
    const { user } = await openForm(null);
    await fill(user, "АОН", "2210");
    await user.keyboard("{Enter}");
    expect(plain(field("АОН").value)).toBe("+7 999 333-22-10");
    expect(requests(PATCH)).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(requests(PATCH).map(({ body }) => body)).toEqual([{ aon: 22 }]));
  });

  it("has the focus when the provider refuses the chosen number", async () => {
    const { user } = await openForm();
    const fields = { aon: ["The selected aon is invalid."] };
    fault({ operation: PATCH, fault: "status:422", fields });
    await fill(user, "Имя", "Охрана");
    await user.click(save());
    expect(await panel().findByText("Провайдер не знает такого значения")).toBeVisible();
    expect(field("АОН")).toHaveFocus();
    expect(field("АОН")).toBeInvalid();
  });

  it("says so when no number fits", async () => {
    const { user } = await openForm(null);
    await fill(user, "АОН", "555555");
    expect(await screen.findByText("Подходящих номеров нет")).toBeVisible();
  });

  it("does not offer to take away what the provider can't take away", async () => {
    const { user } = await openForm();
    expect(field("АОН")).toHaveAccessibleDescription(/убрать его провайдер не позволяет/);
    await user.clear(field("АОН"));
    await user.tab();
    expect(plain(field("АОН").value)).toBe("+7 495 000-00-15");
  });

  it("takes back a choice for an account that has none yet", async () => {
    const { user } = await openForm(null);
    expect(field("АОН")).toHaveAttribute("placeholder", "Не задан: выбирает провайдер");
    await fill(user, "АОН", "2210");
    await user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(plain(field("АОН").value)).toBe("+7 999 333-22-10"));
    await user.clear(field("АОН"));
    await user.tab();
    await user.click(save());
    expect(await screen.findByText("Ничего не изменено")).toBeVisible();
    expect(requests(PATCH)).toEqual([]);
  });
});

describe("where the list of numbers can't be read", () => {
  it("takes the id by hand and says why, asking once", async () => {
    fault({ operation: LIST, fault: "status:403" });
    const { user } = await openForm(null);
    expect(await panel().findByLabelText(BY_HAND)).toBeVisible();
    expect(field(BY_HAND)).toHaveAccessibleDescription(/Провайдер отказал в доступе/);
    expect(requests(LIST)).toHaveLength(1);
    await fill(user, BY_HAND, "16");
    await user.click(save());
    await waitFor(() => expect(requests(PATCH).map(({ body }) => body)).toEqual([{ aon: 16 }]));
  });

  it("tells an id that does not exist on that field", async () => {
    fault({ operation: LIST, fault: "status:403" });
    const { user } = await openForm(null);
    await panel().findByLabelText(BY_HAND);
    await fill(user, BY_HAND, "4711");
    await user.click(save());
    expect(await panel().findByText("Провайдер не знает такого значения")).toBeVisible();
    expect(field(BY_HAND)).toHaveFocus();
    expect(field(BY_HAND)).toHaveValue("4711");
  });

  it("takes nothing but a number", async () => {
    fault({ operation: LIST, fault: "status:403" });
    const { user } = await openForm(null);
    await panel().findByLabelText(BY_HAND);
    await fill(user, BY_HAND, "7495");
    await fill(user, BY_HAND, "главный");
    await user.click(save());
    expect(await panel().findByText("Только цифры")).toBeVisible();
    expect(requests(PATCH)).toEqual([]);
  });
});
