import { describe, expect, it } from "vitest";
import { toMessage } from "./message.ts";
import type { AlertEvent } from "./rules.ts";
import { cutText, writeText } from "./texts.ts";

/** 12:00 in Moscow. */
const NOON = Date.UTC(2026, 0, 15, 9);
const ABOUT = {
  id: "e1",
  at: NOON,
  rule: { id: "r1", name: "Весь офис" },
  publicUrl: "https://pult.example.com",
};
/** With an extension before it, one sign less than a name may have. */
const LONG = "я".repeat(75);
const names: Record<number, string> = {
  1: "Приёмная",
  2: "Склад\r\nBcc: <b>x</b>",
  9: `${LONG}😀`,
};
const nameOf = (_: unknown, id: number) => ({ number: String(200 + id), name: names[id] ?? null });

const NOTHING = { down: [], up: [], flapping: [], calm: [], others: 0 };
const objects = (some: Partial<Extract<AlertEvent, { type: "objects" }>>): AlertEvent => {
  return { type: "objects", kind: "sip", ...NOTHING, ...some };
};
const down = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, since: NOON - 60_000 }));
const write = (event: AlertEvent, language: "ru" | "en" = "ru") =>
  writeText(toMessage(event, ABOUT, nameOf), language, "Europe/Moscow");

describe("the text of an alert", () => {
  it("names who is offline and since when, and leads to Pult", () => {
    expect(write(objects({ down: down(1) }))).toEqual({
      subject: "Не в сети: 201 Приёмная",
      body: [
        "Не в сети: 201 Приёмная",
        "• 201 Приёмная: с 11:59",
        "Правило: Весь офис\nhttps://pult.example.com/status",
      ].join("\n\n"),
    });
    expect(write(objects({ down: down(1) }), "en").subject).toBe("Offline: 201 Приёмная");
  });

  it("keeps the provider's text on its line, and escapes nothing: it is no markup", () => {
    const { subject, body } = write(objects({ down: down(2) }));
    expect(subject).toBe("Не в сети: 201 Приёмная, 202 Склад Bcc: <b>x</b>");
    expect(body).toContain("• 202 Склад Bcc: <b>x</b>: с 11:59");
  });

  it("counts many, and names the first of them", () => {
    const { subject, body } = write(objects({ down: down(22) }));
    expect(subject).toBe("Не в сети: 22 SIP-аккаунта");
    expect(body.match(/^•/gm)).toHaveLength(20);
    expect(body).toContain("и ещё 2");
    expect(write(objects({ down: down(5) }), "en").subject).toBe("Offline: 5 SIP accounts");
  });

  it("tells all that happened in one message, days where they are not today's", () => {
    const event = objects({
      down: down(1),
      up: [
        { id: 3, since: NOON, downSince: NOON - 24 * 3_600_000, isGone: false },
        { id: 4, since: NOON, downSince: NOON - 60_000, isGone: true },
      ],
      flapping: [{ id: 5, since: NOON - 60_000, drops: 3 }],
      calm: [{ id: 6, since: NOON }],
      others: 7,
    });
    const { subject, body } = write(event, "en");
    expect(subject).toBe(
      "Offline: 201 Приёмная. Unstable: 205. Online again: 203, 204. Stable again: 206",
    );
    expect(body).toContain("• 203: since 12:00, was offline since January 14, 12:00");
    expect(body).toContain("• 204: no longer listed by the provider");
    expect(body).toContain("• 205: dropped 3 times, since 11:59");
    expect(body).toContain("Also offline as told before: 7");
  });

  it("cuts a long name, but no character in two", () => {
    const { subject } = write(objects({ down: [{ id: 9, since: NOON }] }));
    expect(subject).toBe(`Не в сети: 209 ${LONG}`);
    expect(cutText("я😀", 3)).toBe("я😀");
  });

  it("speaks of external numbers as registered or not", () => {
    const event = { ...objects({ down: down(1) }), kind: "external" } as AlertEvent;
    expect(write(event).subject).toBe("Не зарегистрирован: 201 Приёмная");
    expect(write(event).body).toContain("https://pult.example.com/external-numbers");
  });

  it("tells that many are offline, and that the provider does not answer", () => {
    const many = { type: "many", kind: "sip", since: NOON, down: down(12), total: 24 } as const;
    expect(write({ ...many, isOver: false }).subject).toBe(
      "Не в сети одновременно: 12 SIP-аккаунтов из 24",
    );
    const unreadable = { type: "unreadable", since: NOON } as const;
    expect(write({ ...unreadable, isOver: false }).subject).toBe("Провайдер не отвечает с 12:00");
    expect(write({ ...unreadable, isOver: true }, "en").subject).toBe(
      "The provider answers again since 12:00",
    );
  });
});
