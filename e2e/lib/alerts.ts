import type { Page } from "@playwright/test";
import { discardAfterTest } from "./pagePool.ts";

/** The notifications and sounds of a page. */
export interface AlertRecord {
  /** How often it requested the permission for notifications. */
  permissionRequests: number;
  /** The notifications shown, as «title: text», oldest first. */
  notifications: string[];
  /** How many tones were played. */
  tones: number;
}

type WithAlertRecord = typeof globalThis & { alertRecord?: AlertRecord };

/**
 * Mocks notifications and sound in the browser, and records them. Call it before the page opens;
 * `decision` is the user's answer to the permission request.
 */
export async function recordAlerts(page: Page, decision: NotificationPermission): Promise<void> {
  discardAfterTest(page);
  await page.addInitScript((permission: NotificationPermission) => {
    const record: AlertRecord = { permissionRequests: 0, notifications: [], tones: 0 };
    (globalThis as WithAlertRecord).alertRecord = record;
    const stored = "test.notification";
    class RecordedNotification extends EventTarget {
      static get permission() {
        return sessionStorage.getItem(stored) ?? "default";
      }
      static requestPermission() {
        record.permissionRequests++;
        sessionStorage.setItem(stored, permission);
        return Promise.resolve(permission);
      }
      constructor(title: string, { body = "" }: NotificationOptions = {}) {
        super();
        record.notifications.push(`${title}: ${body}`);
      }
    }
    class RecordedOscillator extends OscillatorNode {
      override start(when?: number) {
        record.tones++;
        super.start(when);
      }
    }
    AudioContext.prototype.createOscillator = function createRecorded() {
      return new RecordedOscillator(this);
    };
    Object.assign(globalThis, { Notification: RecordedNotification });
  }, decision);
}

/** What was recorded since the page was loaded. */
export function getAlerts(page: Page): Promise<AlertRecord | undefined> {
  return page.evaluate(() => (globalThis as WithAlertRecord).alertRecord);
}
