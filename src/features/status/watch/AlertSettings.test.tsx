import { act, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Change } from "./observe.ts";
import { stubNotifications, stubSound } from "./testing/browserAlerts.ts";
import { loadLanguage } from "./testing/loadLanguage.ts";

/** The changes that the watch reports in a test. */
const log = vi.hoisted(() => ({ listener: (_changes: readonly Change[]): void => undefined }));
vi.mock("./observer.ts", () => ({
  onLogged: (listener: (changes: readonly Change[]) => void) => {
    log.listener = listener;
    return () => undefined;
  },
}));

const AT = new Date(2026, 10, 21, 14, 2).getTime();
const change: Change = {
  account: 25,
  name: "Ресепшен",
  extension: 214,
  from: "online",
  to: "offline",
  at: AT,
  after: AT - 15_000,
};

const notifyBox = () => screen.getByRole("checkbox", { name: /^Уведомлять/ });
const soundBox = () => screen.getByRole("checkbox", { name: /звук/ });

/** The page as after a reload: it remembers only what is stored. */
async function open() {
  vi.resetModules();
  const { loadLanguage: speakAnew } = await import("./testing/loadLanguage.ts");
  await speakAnew("ru");
  const { AlertSettings } = await import("./AlertSettings.tsx");
  const { useStarAlerts } = await import("./useStarAlerts.ts");
  const { openWatched } = await import("./watched.ts");
  openWatched("sandbox");
  function Page() {
    useStarAlerts(false);
    return <AlertSettings />;
  }
  render(<Page />);
  return userEvent.setup({ delay: null });
}

/** Reports changes to the page and lets it respond. */
const report = (...changes: Change[]) => act(async () => log.listener(changes));

beforeEach(async () => {
  await loadLanguage("ru");
  localStorage.setItem("pult.watched.sandbox", "[25,26]");
});

describe("notifications", () => {
  it("are off, and no permission is requested until the user turns them on", async () => {
    const { shown, Fake } = stubNotifications("granted");
    await open();
    expect(notifyBox()).not.toBeChecked();
    await report(change);
    expect(shown).toEqual([]);
    expect(Fake.requestPermission).not.toHaveBeenCalled();
  });

  it("appear once for a watched account that drops; a click focuses this tab", async () => {
    const { shown } = stubNotifications("granted");
    const focus = vi.spyOn(window, "focus").mockImplementation(() => undefined);
    const user = await open();
    await user.click(notifyBox());
    expect(notifyBox()).toBeChecked();
    expect(shown.splice(0)).toMatchObject([{ title: "Уведомления включены" }]);
    await report(change, { ...change, account: 99 });
    expect(shown).toMatchObject([{ title: "214 Ресепшен: не в сети", tag: "pult-drop-25" }]);
    shown[0]?.click();
    expect(focus).toHaveBeenCalledOnce();
    expect(shown[0]?.close).toHaveBeenCalledOnce();
    await report(change, { ...change, account: 26, name: "Склад", extension: 215 });
    expect(shown.at(-1)).toMatchObject({ body: "214 Ресепшен, 215 Склад", tag: "pult-drops" });
  });

  it("are stored, and can be turned off", async () => {
    const { shown } = stubNotifications("granted");
    const user = await open();
    await user.click(notifyBox());
    expect(JSON.parse(localStorage.getItem("pult.alerts") ?? "")).toMatchObject({ notify: true });
    await user.click(notifyBox());
    shown.length = 0;
    await report(change);
    expect(shown).toEqual([]);
    expect(JSON.parse(localStorage.getItem("pult.alerts") ?? "")).toMatchObject({ notify: false });
  });

  it("show when the browser denies them", async () => {
    stubNotifications("denied");
    const user = await open();
    await user.click(notifyBox());
    expect(notifyBox()).not.toBeChecked();
    expect(screen.getByRole("alert")).toHaveTextContent("Браузер запретил уведомления");
  });

  it.each([
    ["has none", () => vi.stubGlobal("Notification", undefined)],
    ["allows them and has none", () => stubNotifications("granted", false)],
  ])("show when the browser %s", async (_, stub) => {
    stub();
    const user = await open();
    await user.click(notifyBox());
    expect(notifyBox()).not.toBeChecked();
    expect(screen.getByRole("alert")).toHaveTextContent("не показывает уведомлений");
  });

  it("are off when the browser has revoked the permission meanwhile", async () => {
    const { shown } = stubNotifications("denied");
    localStorage.setItem("pult.alerts", '{"notify":true,"sound":false}');
    await open();
    expect(notifyBox()).not.toBeChecked();
    await report(change);
    expect(shown).toEqual([]);
  });
});

describe("the page", () => {
  it("tells who dropped until they are back, also between which times nobody watched", async () => {
    stubNotifications("denied");
    await open();
    const { result } = renderHook((await import("#ui/toasts.ts")).useToasts);
    await report(change, { ...change, account: 26, name: "Охрана" });
    expect(result.current).toMatchObject([
      { tone: "error", text: "Пропали из сети: 2 аккаунта. 214 Ресепшен, 214 Охрана" },
    ]);
    const back = { from: "offline", to: "online", at: AT + 15_000, after: AT } as const;
    await report({ ...change, ...back });
    expect(result.current).toMatchObject([
      { tone: "error" },
      { tone: "success", text: "214 Ресепшен: снова в сети" },
    ]);
    await report({ ...change, ...back, account: 26, name: "Охрана" });
    expect(result.current.map(({ tone }) => tone)).toEqual(["success", "success"]);
    await report({ ...change, after: AT - 15 * 60_000 });
    expect(result.current.at(-1)).toMatchObject({
      tone: "error",
      text: expect.stringMatching(/^214 Ресепшен: не в сети\. .*между 13:47 и 14:02/i),
    });
  });
});

describe("the sound", () => {
  it("plays when it is turned on, and when a watched account drops", async () => {
    const { heard } = stubSound("suspended");
    const user = await open();
    await report(change);
    expect(heard).toEqual([]);
    await user.click(soundBox());
    expect(soundBox()).toBeChecked();
    expect(heard.splice(0)).toEqual([880, 587]);
    await report({ ...change, account: 99 });
    expect(heard).toEqual([]);
    await report(change);
    expect(heard).toHaveLength(2);
    await user.click(soundBox());
    await report(change);
    expect(heard).toHaveLength(2);
  });

  it("plays again after the browser closed its audio context", async () => {
    const { heard, close } = stubSound("running");
    const user = await open();
    await user.click(soundBox());
    close();
    await report(change);
    expect(heard).toHaveLength(4);
  });

  it("after a reload is enabled by the first click, and plays nothing late", async () => {
    let clicked = false;
    const { heard } = stubSound("suspended", () => clicked);
    localStorage.setItem("pult.alerts", '{"notify":false,"sound":true}');
    await open();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await report(change);
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(heard).toEqual([]);
    // The browser decides during the click.
    clicked = true;
    fireEvent.pointerUp(document.body);
    clicked = false;
    expect(heard).toEqual([]);
    await report(change);
    expect(heard).toHaveLength(2);
  });

  it("is not attempted before the first click where the browser reports user activation", async () => {
    const { heard, made } = stubSound("running");
    vi.stubGlobal("navigator", { userActivation: { hasBeenActive: false } });
    localStorage.setItem("pult.alerts", '{"notify":false,"sound":true}');
    await open();
    await report(change);
    expect([heard, made()]).toEqual([[], 0]);
  });

  it.each([
    ["has none", () => vi.stubGlobal("AudioContext", undefined)],
    ["does not let it be heard", () => stubSound("suspended", () => false)],
  ])("stays off with an explanation where the browser %s", async (_, stub) => {
    stub();
    await open();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    fireEvent.click(soundBox());
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(soundBox()).not.toBeChecked();
    expect(screen.getByRole("alert")).toHaveTextContent("Браузер не даёт включить звук");
  });
});
