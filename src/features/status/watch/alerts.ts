import { basePath } from "#paths";
import { beep } from "./beep.ts";
import { readJson, createStoredValue } from "./createStoredValue.ts";

/** The alerts for a dropped watched account; all off by default. */
export interface AlertPreferences {
  notify: boolean;
  sound: boolean;
}

export type NotifyOutcome = "on" | "denied" | "unsupported";

const store = createStoredValue<AlertPreferences>({
  read: (stored) => {
    const choice = readJson(stored);
    const isOn = (name: keyof AlertPreferences) =>
      typeof choice === "object" && choice !== null && Reflect.get(choice, name) === true;
    return { notify: isOn("notify"), sound: isOn("sound") };
  },
  write: (choice) => JSON.stringify(choice),
});
store.open("pult.alerts");

export const useAlertPreferences = store.useValue;
export const getAlertPreferences = store.get;

function choose(change: Partial<AlertPreferences>): void {
  store.set({ ...store.get(), ...change });
}

/** Whether the browser allows notifications; the permission may have been revoked. */
export function canNotify(): boolean {
  return typeof Notification !== "undefined" && Notification.permission === "granted";
}

/**
 * Requests the browser's permission: call it on a click. Shows a first notification, because some
 * browsers grant the permission and then show none. Never throws.
 */
export async function enableNotifications(sample: {
  title: string;
  text: string;
}): Promise<NotifyOutcome> {
  const outcome = await requestPermission(sample);
  choose({ notify: outcome === "on" });
  return outcome;
}

async function requestPermission({
  title,
  text,
}: {
  title: string;
  text: string;
}): Promise<NotifyOutcome> {
  if (typeof Notification === "undefined") return "unsupported";
  try {
    if ((await Notification.requestPermission()) !== "granted") return "denied";
  } catch {
    return "denied";
  }
  return notify(title, { body: text, tag: "pult-sample" }) ? "on" : "unsupported";
}

export function disableNotifications(): void {
  choose({ notify: false });
}

/** Plays the sound once, on a click; returns whether the browser played it. */
export async function enableSound(): Promise<boolean> {
  const played = await beep();
  choose({ sound: played });
  return played;
}

export function disableSound(): void {
  choose({ sound: false });
}

/** Shows a notification whose click focuses this tab; returns whether the browser did. */
export function notify(title: string, options: NotificationOptions): boolean {
  try {
    // Not in the types. Without it, a notification that replaces another of its tag appears
    // silently.
    const renotify = options.tag === undefined ? {} : { renotify: true };
    const shown = new Notification(title, {
      icon: `${basePath}/favicon.svg`,
      ...renotify,
      ...options,
    });
    shown.addEventListener("click", () => {
      window.focus();
      shown.close();
    });
    return true;
  } catch {
    return false;
  }
}
