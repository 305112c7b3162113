import type { SwitchSubject, TimedSwitch } from "#api/switches.ts";
import { answerOwn } from "./login.ts";

/** Tomorrow at 9:00, in the time zone of the test. */
export function tomorrow(): Date {
  const date = new Date();
  date.setDate(date.getDate() + 1);
  date.setHours(9, 0, 0, 0);
  return date;
}

export function timedSwitch(subject: SwitchSubject, more: Partial<TimedSwitch> = {}): TimedSwitch {
  return {
    id: "s1",
    subject,
    number: "214",
    name: "Приёмная",
    until: tomorrow().toISOString(),
    actor: "anna",
    trouble: null,
    ended: null,
    ...more,
  };
}

/** Serves the switches; what is sent to change them is noted: `POST` with its body. */
export function serveSwitches(...items: TimedSwitch[]) {
  const served = { items, sent: [] as unknown[][] };
  answerOwn("GET /switches", () => ({ items: served.items }));
  answerOwn("POST /switches", (body) => {
    served.sent.push(["POST", body]);
    return { ids: ["new"] };
  });
  answerOwn("PATCH /switches/:id", (body, { id }) => {
    served.sent.push(["PATCH", id, body]);
    return {};
  });
  answerOwn("DELETE /switches/:id", (_, { id }) => {
    served.sent.push(["DELETE", id]);
    served.items = served.items.filter((one) => one.id !== id);
    return {};
  });
  answerOwn("POST /switches/:id/dismiss", (_, { id }) => {
    served.sent.push(["dismiss", id]);
    served.items = served.items.filter((one) => one.id !== id);
    return {};
  });
  return served;
}
