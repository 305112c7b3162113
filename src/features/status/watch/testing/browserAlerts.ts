import { vi } from "vitest";

interface Shown {
  title: string;
  body: string | undefined;
  tag: string | undefined;
  click: () => void;
  close: () => void;
}

/** A fake of the browser's notifications: what was shown, and the permission. */
export function stubNotifications(answer: NotificationPermission, works = true) {
  const shown: Shown[] = [];
  class FakeNotification extends EventTarget {
    static permission: NotificationPermission = "default";
    static readonly requestPermission = vi.fn<() => Promise<NotificationPermission>>(async () => {
      FakeNotification.permission = answer;
      return answer;
    });
    constructor(title: string, { body, tag }: NotificationOptions) {
      super();
      if (!works) throw new TypeError("Illegal constructor.");
      const click = () => void this.dispatchEvent(new Event("click"));
      shown.push({ title, body, tag, click, close: this.close });
    }
    readonly close = vi.fn<() => void>();
  }
  vi.stubGlobal("Notification", FakeNotification);
  return { shown, Fake: FakeNotification };
}

/**
 * A fake of the browser's audio: the tones that were played, in hertz, and how many contexts were
 * created.
 */
export function stubSound(initial: AudioContextState, allows: () => boolean = () => true) {
  const heard: number[] = [];
  const made: FakeAudio[] = [];
  const ramp = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined };
  class FakeAudio {
    state = initial;
    currentTime = 0;
    destination = {};
    constructor() {
      made.push(this);
    }
    resume() {
      if (this.state === "closed") return Promise.reject(new DOMException("Closed"));
      if (allows()) this.state = "running";
      // As browsers do that wait for a click: never settles.
      return allows() ? Promise.resolve() : new Promise<void>(() => undefined);
    }
    createGain() {
      return { gain: ramp, connect: () => undefined };
    }
    createOscillator() {
      const frequency = { value: 0 };
      const start = () => void heard.push(frequency.value);
      return { frequency, connect: () => undefined, start, stop: () => undefined };
    }
  }
  vi.stubGlobal("AudioContext", FakeAudio);
  return {
    heard,
    made: () => made.length,
    close: () => {
      for (const audio of made) audio.state = "closed";
    },
  };
}
