import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { localIso } from "./localIso.ts";
import type { Change, Observation } from "./observe.ts";
import { plain, loadLanguage } from "./testing/loadLanguage.ts";
import { type TicketFacts, ticketText } from "./ticket.ts";

const TWO = new Date(2026, 10, 21, 14, 2).getTime();
const MINUTE = 60_000;
const observation: Observation = { state: "offline", since: TWO, exact: true };
const change: Change = {
  account: 25,
  name: "Ресепшен",
  extension: 214,
  from: "online",
  to: "offline",
  at: TWO,
  after: TWO - 15_000,
};
const facts: TicketFacts = {
  extension: 214,
  name: "Ресепшен",
  state: "offline",
  diagnosis: [
    "Телефон не в сети с 14:02, 12 мин: звонки до него не доходят.",
    "Связь неустойчива.",
  ],
  observation,
  server: "sip.example.com",
  callerId: "+7 999 333-22-10",
  scenario: "Основной: SIP 20 с",
  changes: [change, { ...change, from: "offline", to: "online", after: TWO - 60 * MINUTE }],
  at: TWO + 12 * MINUTE,
};
let language: Awaited<ReturnType<typeof loadLanguage>>;
const write = (more: Partial<TicketFacts> = {}) =>
  plainLines(ticketText({ ...facts, ...more }, language.t, language.formats));
const plainLines = (text: string) => text.split("\n").map(plain);

beforeEach(async () => {
  language = await loadLanguage("ru");
});

describe("the text for a support ticket", () => {
  it("holds what support needs, line by line", () => {
    expect(write()).toEqual([
      "Добавочный: 214",
      "Имя: Ресепшен",
      "Статус: не в сети",
      "Звонит ли: Телефон не в сети с 14:02, 12 мин: звонки до него не доходят. Связь неустойчива.",
      "С какого времени: 12 мин: не в сети с 14:02, замечено этим браузером",
      "Сервер: sip.example.com",
      "АОН: +7 999 333-22-10",
      "Активный сценарий: Основной: SIP 20 с",
      `Изменение: ${localIso(TWO)}: было в сети, стало не в сети`,
      `Изменение: между ${localIso(TWO - 60 * MINUTE)} и ${localIso(TWO)}: было не в сети, стало в сети`,
      `Время записи: ${localIso(TWO + 12 * MINUTE)}`,
    ]);
  });

  it("states missing facts explicitly", () => {
    const nothing = {
      diagnosis: [],
      server: undefined,
      callerId: undefined,
      scenario: "",
      changes: [],
    };
    const lines = write({ ...nothing, state: "unknown" });
    expect(lines.slice(2, -1)).toEqual([
      "Статус: статус неизвестен",
      "Сервер: нет",
      "АОН: нет",
      "Активный сценарий: нет",
    ]);
  });

  it("accepts no password and no login, and writes neither if given anyway", () => {
    // @ts-expect-error: a password is no part of it.
    const withPassword: TicketFacts = { ...facts, password: "s3cret-word" };
    // @ts-expect-error: nor is a login.
    const withLogin: TicketFacts = { ...facts, login: "office-10553" };
    for (const leaky of [withPassword, withLogin]) {
      const text = ticketText(leaky, language.t, language.formats);
      expect(text).toBe(ticketText(facts, language.t, language.formats));
    }
  });

  it("has as many lines as facts, whatever a name contains", () => {
    const text = fc.string({ unit: fc.constantFrom("\n", "\r", "\u2028", "Пароль: ", "a", " ") });
    fc.assert(
      fc.property(text, text, (name, scenario) => {
        expect(write({ name, scenario: `x${scenario}` })).toHaveLength(write().length);
      }),
    );
  });
});
