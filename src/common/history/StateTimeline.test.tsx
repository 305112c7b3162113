import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { showAll } from "#app/testing/browser.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt, server, setHistory } from "#app/testing/sandbox.ts";
import type { History } from "#api/history.ts";

/** A Thursday. */
const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 0, day, hour, minute).toISOString();
const NOW = new Date(2026, 0, 15, 14, 30);

const PAST: History = {
  before: { at: at(1, 9), state: "online" },
  changes: [
    { at: at(13, 10, 2), state: "offline" },
    { at: at(13, 10, 27), state: "online" },
    { at: at(15, 14, 2), state: "offline" },
  ],
  gaps: [{ from: at(14, 16), to: at(14, 16, 40), reason: "unreadable" }],
  lookedAt: NOW.toISOString(),
};

beforeEach(() => {
  showAll();
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

const section = async () => within(await screen.findByRole("region", { name: "История статусов" }));

async function openAccount(search = "") {
  const app = await renderApp(`/sip/${accountAt(0).id}${search}`);
  return { ...app, history: await section() };
}

describe("the timeline of an account", () => {
  it("tells the last 24 hours in words, begins with now, and names days that are not today", async () => {
    setHistory(PAST);
    const { history } = await openAccount();
    expect(
      await history.findByText(/^В сети 9\d\s% рабочего времени, пропадал из сети 1\sраз, дольше/),
    ).toBeVisible();
    const slider = history.getByRole("slider", { name: "Статусы по порядку" });
    expect(slider).toHaveAttribute(
      "aria-valuetext",
      "Не в сети: сегодня в 14:02 – сейчас, 28\u00a0мин",
    );
    expect(history.getByText("сегодня в 14:02 – сейчас")).toHaveAttribute(
      "title",
      expect.stringMatching(/15 января 2026.*14:02:00 – .*14:30:00/),
    );
  });

  it("leads through the states one by one, and says why nothing is known of a time", async () => {
    setHistory(PAST);
    const { history } = await openAccount();
    const slider = await history.findByRole("slider");
    // jsdom does not move a slider by keys, as each browser does.
    const say = (value: string) => {
      fireEvent.change(slider, { target: { value } });
      return slider.getAttribute("aria-valuetext");
    };
    expect(slider).toHaveAttribute("max", "3");
    expect(say("2")).toMatch(/^В сети: ср, 14 янв.*16:40 – сегодня в 14:02, не меньше 21/);
    expect(say("1")).toMatch(
      /^Неизвестно: ср, 14 янв.*16:00 – 16:40, 40\sмин \(провайдер не отвечал\)$/,
    );
    expect(history.getByText(/провайдер не отвечал/)).toBeVisible();
    expect(say("0")).toMatch(/^В сети: ср, 14 янв.*14:30 – 16:00, не меньше 1\sч\s30\sмин$/);
  });

  it("goes to 7 and 30 days, which the address keeps, and lists when it was not online", async () => {
    setHistory(PAST);
    const { history, user, address } = await openAccount();
    await user.click(await history.findByRole("button", { name: "7 дней" }));
    await waitFor(() => expect(address()).toBe(`/sip/${accountAt(0).id}?history=week`));
    const week = history.getByRole("button", { name: "7 дней" });
    await waitFor(() => expect(week).toHaveAttribute("aria-pressed", "true"));
    await user.click(await history.findByText("Когда не был в сети или неизвестно: 3"));
    const items = history.getAllByRole("listitem").map((item) => item.textContent);
    expect(items).toEqual([
      expect.stringMatching(/^Не в сети: сегодня в 14:02/),
      expect.stringMatching(/^Неизвестно: ср, 14 янв/),
      expect.stringMatching(/^Не в сети: вт, 13 янв.*10:02 – 10:27, 25\sмин$/),
    ]);
  });

  it("shows the span under the pointer, and keeps one that is pressed", async () => {
    setHistory({ ...PAST, gaps: [] });
    const { history } = await openAccount();
    const slider = await history.findByRole("slider");
    const track = slider.parentElement?.querySelector("svg path")?.closest("div");
    if (!track) throw new Error("There is no bar");
    track.getBoundingClientRect = () => new DOMRect(0, 0, 240, 20);
    const text = () => slider.getAttribute("aria-valuetext");
    fireEvent.pointerMove(track, { clientX: 60 });
    expect(text()).toMatch(/^В сети/);
    fireEvent.pointerLeave(track.parentElement?.parentElement ?? track);
    expect(text()).toMatch(/^Не в сети/);
    fireEvent.pointerUp(track, { clientX: 60 });
    expect(text()).toMatch(/^В сети/);
    expect(slider).toHaveFocus();
  });

  it("says since when Pult has watched, and that it has not looked for long", async () => {
    setHistory({
      changes: [{ at: at(15, 10), state: "online" }],
      lookedAt: at(15, 12),
    });
    const { history } = await openAccount();
    expect(await history.findByText(/^Первая запись Пульта: сегодня в 10:00\./)).toBeVisible();
    expect(history.getByText("сегодня в 12:00 – сейчас")).toBeVisible();
    expect(history.getByText(/с тех пор Пульт не проверял/)).toBeVisible();
  });

  it("says that nothing is known yet", async () => {
    const { history } = await openAccount();
    expect(await history.findByText(/^Истории пока нет/)).toBeVisible();
    expect(history.queryByRole("slider")).toBeNull();
  });

  it("that can't be read takes one line, says why, and is read again when asked", async () => {
    let fails = true;
    server.use(
      http.get("*/api/pult/history/:kind/:id", () =>
        fails ? HttpResponse.json({}, { status: 503 }) : HttpResponse.json(PAST),
      ),
    );
    const { history, user } = await openAccount();
    expect(await history.findByText(/^История не загрузилась: Сбой на стороне/)).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
    fails = false;
    await user.click(history.getByRole("button", { name: "Повторить" }));
    expect(await history.findByRole("slider")).toBeInTheDocument();
  });
});

describe("the timeline of others", () => {
  it("is in the details of the status board", async () => {
    setHistory(PAST);
    await renderApp(`/status/${accountAt(0).id}?history=month`);
    const history = await section();
    expect(await history.findByRole("slider")).toBeInTheDocument();
    expect(history.getByRole("button", { name: "30 дней" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  });

  it("is in the details of an external number, in the words of a registration", async () => {
    const asked: string[] = [];
    server.use(
      http.get("*/api/pult/history/:kind/:id", ({ params }) => {
        asked.push(`${String(params["kind"])} ${String(params["id"])}`);
        return HttpResponse.json(PAST);
      }),
    );
    await renderApp("/external-numbers/ate/2");
    const history = await section();
    expect(await history.findByText(/^Зарегистрирован 9\d\s% .*терял регистрацию/)).toBeVisible();
    expect(asked).toEqual(["external 2"]);
  });

  it("is not in those of SIP-URI, which do not register", async () => {
    await renderApp("/external-numbers/sipuri/3");
    expect(await screen.findByRole("region", { name: "Изменения" })).toBeVisible();
    expect(screen.queryByRole("region", { name: "История статусов" })).toBeNull();
  });
});
