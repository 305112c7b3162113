import type { Page } from "@playwright/test";
import { spoil } from "./keptPages.ts";

/** What a page did to be noticed. */
export interface Told {
  /** How often it asked to be allowed notifications. */
  asked: number;
  /** What was shown, as «title: text», oldest first. */
  shown: string[];
  /** How many tones were played. */
  tones: number;
}

type WithTold = typeof globalThis & { told?: Told };

/**
 * Puts a browser that notes notifications and tones in place of one that has no desk and no
 * speaker. To be called before the page opens; `answer` is the person's.
 */
export async function noteAlerts(page: Page, answer: NotificationPermission): Promise<void> {
  spoil(page);
  await page.addInitScript((permission: NotificationPermission) => {
    const noted: Told = { asked: 0, shown: [], tones: 0 };
    (globalThis as WithTold).told = noted;
    const stored = "test.notification";
    class NotedNotification extends EventTarget {
      static get permission() {
        return sessionStorage.getItem(stored) ?? "default";
      }
      static requestPermission() {
        noted.asked++;
        sessionStorage.setItem(stored, permission);
        return Promise.resolve(permission);
      }
      constructor(title: string, { body = "" }: NotificationOptions = {}) {
        super();
        noted.shown.push(`${title}: ${body}`);
      }
    }
    class NotedOscillator extends OscillatorNode {
      override start(when?: number) {
        noted.tones++;
        super.start(when);
      }
    }
    AudioContext.prototype.createOscillator = function createNoted() {
      return new NotedOscillator(this);
    };
    Object.assign(globalThis, { Notification: NotedNotification });
  }, answer);
}

/** What the page did so far, since it was last loaded. */
export function told(page: Page): Promise<Told | undefined> {
  return page.evaluate(() => (globalThis as WithTold).told);
}
