import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "#app/testing/renderApp.tsx";
import { office } from "#app/testing/sandbox.ts";

const sending = () => screen.getByRole("switch", { name: "Отправлять записи на почту" });
const address = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Адрес" });
const save = () => screen.getByRole("button", { name: "Сохранить" });

async function openPage(saved: { email: string; send: boolean }) {
  office().voicemail = saved;
  const app = await renderApp("/voicemail");
  await screen.findByRole("switch");
  return app;
}

it.each(["a@b.example, c@d.example", "office@почта.рф", "офис"])(
  "sending is switched off with any address: «%s» is sent back unchanged",
  async (email) => {
    const { user } = await openPage({ send: true, email });
    await user.click(sending());
    await user.click(save());
    await waitFor(() => expect(office().voicemail).toEqual({ send: false, email }));
  },
);

it("a Cyrillic domain is sent in its ASCII form, and the form shows that", async () => {
  const { user } = await openPage(office().voicemail);
  await user.clear(address());
  await user.type(address(), "office@почта.рф");
  expect(screen.getByText(/уйдёт office@xn--80a1acny\.xn--p1ai/)).toBeVisible();
  await user.click(save());
  await waitFor(() => expect(office().voicemail.email).toBe("office@xn--80a1acny.xn--p1ai"));
});
