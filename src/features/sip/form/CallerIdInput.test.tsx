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

describe("the caller ID picker", () => {
  it("shows the current number, offers all, and sends the id of the chosen one", async () => {
    const { user } = await openForm();
    expect(plain(field("АОН").value)).toBe("+7 495 000-00-15");
    await user.click(field("АОН"));
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(options()).toHaveLength(12));
    await user.click(screen.getByRole("option", { name: /999.333-22-10/ }));
    await user.click(save());
    await waitFor(() => expect(requests(PATCH).map(({ body }) => body)).toEqual([{ aon: 22 }]));
  });

  it("finds a number, however it is typed or dialled", async () => {
    const { user } = await openForm(null);
    for (const [typed, found, most] of [
      ["8 (999) 333", "+7 999 333-22-10", 1],
      ["8 495 000-00-16", "+7 495 000-00-16", 11],
      ["+7 999 333", "+7 999 333-22-10", 1],
      ["8495000001", "+7 495 000-00-16", 11],
      ["2210", "+7 999 333-22-10", 1],
      ["8 800 000-00-20", "+7 800 000-00-20", 11],
      ["999-333-22-10", "+7 999 333-22-10", 1],
      ["800 000 00 20", "+7 800 000-00-20", 11],
      ["8 495 000-00-16", "+7 495 000-00-16", 11],
      ["88000000020", "+7 800 000-00-20", 11],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- into one field, one after the other
      await fill(user, "АОН", typed);
      // oxlint-disable-next-line no-await-in-loop
      await waitFor(() => {
        const offered = options().map((text) => plain(text ?? ""));
        expect(offered.length).toBeLessThanOrEqual(most);
        expect(offered.some((text) => text.startsWith(found))).toBe(true);
      });
    }
  });

  it("finds a number that has an 8 where one dials an 8", async () => {
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

  // `matchChoice.test.ts` has all the ways of typing it.
  it.each(["\u202a79993332210", "2210"])(
    "accepts «%s», typed and not picked, when only one number matches",
    async (typed) => {
      const { user } = await openForm();
      await waitFor(() => expect(requests(LIST).at(-1)?.status).toBe(200));
      await fill(user, "АОН", typed);
      await user.click(save());
      await waitFor(() => expect(requests(PATCH).map(({ body }) => body)).toEqual([{ aon: 22 }]));
    },
  );

  it("shows an error on the field for what is not one number of the list, and saves nothing", async () => {
    const { user, address } = await openForm();
    for (const [typed, words] of [
      ["8 999 333-22-11", /В списке такого нет/],
      ["8 999 333-22-10 доб. 3", /В списке такого нет/],
      ["8 999 333-22-10, 8 495 000-00-16", /В списке такого нет/],
      ["00-00", /Подходит \d+ строк/],
    ] as const) {
      // oxlint-disable no-await-in-loop -- into one field, one after the other
      await fill(user, "АОН", typed);
      await user.click(save());
      expect(await panel().findByText(words)).toBeVisible();
      expect(field("АОН")).toHaveFocus();
      expect(field("АОН")).toBeInvalid();
      expect(field("АОН")).toHaveValue(typed);
      expect(address()).toMatch(/edit$/);
      // On blur the field shows the saved number again, as long as no other was chosen.
      await user.clear(field("АОН"));
      await user.tab();
      expect(plain(field("АОН").value)).toBe("+7 495 000-00-15");
      await waitFor(() => expect(field("АОН")).toBeValid());
      expect(panel().queryByText(words)).toBeNull();
      // oxlint-enable no-await-in-loop
    }
    expect(requests(PATCH)).toEqual([]);
  });

  it("shows on Enter which number matched, before anything is sent", async () => {
    const { user } = await openForm(null);
    await fill(user, "АОН", "2210");
    await user.keyboard("{Enter}");
    expect(plain(field("АОН").value)).toBe("+7 999 333-22-10");
    expect(requests(PATCH)).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(requests(PATCH).map(({ body }) => body)).toEqual([{ aon: 22 }]));
  });

  it("gets the focus when the provider rejects the chosen number", async () => {
    const { user } = await openForm();
    const fields = { aon: ["The selected aon is invalid."] };
    fault({ operation: PATCH, fault: "status:422", fields });
    await fill(user, "Имя", "Охрана");
    await user.click(save());
    expect(await panel().findByText("Провайдер не знает такого значения")).toBeVisible();
    expect(field("АОН")).toHaveFocus();
    expect(field("АОН")).toBeInvalid();
  });

  it("shows that no number matches", async () => {
    const { user } = await openForm(null);
    await fill(user, "АОН", "555555");
    expect(await screen.findByText("Подходящих номеров нет")).toBeVisible();
  });

  it("does not offer to clear the caller ID, which the API can't do", async () => {
    const { user } = await openForm();
    expect(field("АОН")).toHaveAccessibleDescription(/убрать его провайдер не позволяет/);
    await user.clear(field("АОН"));
    await user.tab();
    expect(plain(field("АОН").value)).toBe("+7 495 000-00-15");
  });

  it("can clear a choice for an account that has no caller ID yet", async () => {
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

describe("when the list of numbers can't be read", () => {
  it("accepts the id by hand and shows why, with one request", async () => {
    fault({ operation: LIST, fault: "status:403" });
    const { user } = await openForm(null);
    expect(await panel().findByLabelText(BY_HAND)).toBeVisible();
    expect(field(BY_HAND)).toHaveAccessibleDescription(/Провайдер отказал в доступе/);
    expect(requests(LIST)).toHaveLength(1);
    await fill(user, BY_HAND, "16");
    await user.click(save());
    await waitFor(() => expect(requests(PATCH).map(({ body }) => body)).toEqual([{ aon: 16 }]));
  });

  it("shows the error for an unknown id on that field", async () => {
    fault({ operation: LIST, fault: "status:403" });
    const { user } = await openForm(null);
    await panel().findByLabelText(BY_HAND);
    await fill(user, BY_HAND, "4711");
    await user.click(save());
    expect(await panel().findByText("Провайдер не знает такого значения")).toBeVisible();
    expect(field(BY_HAND)).toHaveFocus();
    expect(field(BY_HAND)).toHaveValue("4711");
  });

  it("accepts digits only", async () => {
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
