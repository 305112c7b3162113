import { compileMessage } from "@lingui/message-utils/compileMessage";
import { setupI18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import type { Text } from "#i18n/texts.ts";
import en from "../locales/en.json";
import ru from "../locales/ru.json";
import { nameSpans, spanText } from "./spanText.ts";
import { type CallPlan, type Leg, buildTimeline } from "#domain/sip/timeline.ts";
import { timelineTotal, timelineText } from "./timelineText.ts";

/** The build has compiled the catalogs already; a plain text is a message too. */
function loadText(locale: "en" | "ru"): Text {
  const i18n = setupI18n({ locale, messages: { [locale]: locale === "en" ? en : ru } });
  i18n.setMessagesCompiler(compileMessage);
  return (key, values) => i18n._(key, values);
}

const russian = loadText("ru");
const english = loadText("en");
const plain = (text: string) => text.replaceAll("\u00a0", " ");

const sip = (timeout: number): Leg => ({ kind: "sip", timeout });
const phone = (timeout: number, number?: string): Leg => ({ kind: "phone", number, timeout });
const TWO = [sip(20), phone(25)];
const plan = (
  rule: CallPlan["rule"],
  legs: readonly Leg[],
  voicemail: boolean | undefined,
): CallPlan => ({ rule, legs, voicemail });

describe("the text of a plan", () => {
  it.each([
    [plan("single", TWO, true), "Звонит 45 с, затем голосовая почта", "Rings 45 s, then voicemail"],
    [plan("simultaneous", TWO, true), "Звонит 25 с, затем голосовая", "Rings 25 s, then voicemail"],
    [plan("single", TWO, false), "Звонит 45 с, без голосовой почты", "Rings 45 s, no voicemail"],
    [
      plan("single", TWO, undefined),
      "Звонит 45 с; есть ли голосовая почта, провайдер не сообщает",
      "Rings 45 s; whether voicemail follows, the provider does not tell",
    ],
    [plan(undefined, [sip(90)], true), "Звонит 90 с, затем голосовая", "Rings 90 s, then"],
    [
      plan("single", [sip(0), phone(0)], true),
      "Не звонит вовсе, сразу голосовая почта",
      "Does not ring at all, straight to voicemail",
    ],
    [plan("single", [], false), "Не звонит вовсе, без голосовой", "Does not ring at all, no voice"],
    [plan(undefined, [], undefined), "Не звонит вовсе; есть ли", "Does not ring at all; whether"],
    [
      plan(undefined, TWO, undefined),
      "Порядок провайдер не сообщает: по очереди — 45 с, одновременно — 25 с; есть ли голосовая",
      "The provider does not tell the order: 45 s one after another, 25 s all at once; nor",
    ],
    [
      plan(undefined, TWO, true),
      "Порядок провайдер не сообщает: по очереди — 45 с, одновременно — 25 с, затем голосовая",
      "The provider does not tell the order: 45 s one after another, 25 s all at once, then",
    ],
  ])("%j", (given, inRussian, inEnglish) => {
    expect(plain(timelineText(given, russian))).toContain(inRussian);
    expect(plain(timelineText(given, english))).toContain(inEnglish);
  });

  it("keeps a number and its unit on one line", () => {
    expect(timelineText(plan("single", TWO, true), russian)).toContain("45\u00a0с");
  });
});

describe("the total", () => {
  it.each([
    [plan("single", TWO, undefined), "45 с"],
    [plan("simultaneous", TWO, undefined), "25 с"],
    [plan(undefined, TWO, undefined), "25–45 с"],
    [plan(undefined, [sip(20), phone(0)], undefined), "20 с"],
    [plan(undefined, [sip(0)], undefined), "не звонит"],
  ])("of %j is %s", (given, total) => {
    expect(plain(timelineTotal(given, russian))).toBe(total);
  });
});

const format = (digits: string) => `+${digits}`;

const describePlan = (given: CallPlan, t = russian) => {
  const { spans, certain } = buildTimeline(given);
  return nameSpans(spans, t, format).map((span) => plain(spanText(span, certain, t)));
};

describe("the text of a leg", () => {
  it("gives the seconds from and to, the SIP phone first", () => {
    const legs = [phone(25, "79000000001"), sip(20), phone(5)];
    expect(describePlan(plan("single", legs, true))).toEqual([
      "SIP-телефон: с 0 по 20 секунду",
      "+79000000001: с 20 по 45 секунду",
      "Номер 2: с 45 по 50 секунду",
    ]);
    expect(describePlan(plan("simultaneous", legs, true), english)).toEqual([
      "SIP phone: from second 0 to 20",
      "+79000000001: from second 0 to 25",
      "Number 2: from second 0 to 5",
    ]);
  });

  it("gives only the duration where the order is unknown", () => {
    const legs = [
      sip(20),
      phone(25),
      phone(0),
      { kind: "other", type: "fax", timeout: 5 } as const,
    ];
    expect(describePlan(plan(undefined, legs, true))).toEqual([
      "SIP-телефон: звонит 20 с, с какого момента — неизвестно",
      "Номер 1: звонит 25 с, с какого момента — неизвестно",
      "Номер 2: не звонит",
      "fax: звонит 5 с, с какого момента — неизвестно",
    ]);
  });
});
