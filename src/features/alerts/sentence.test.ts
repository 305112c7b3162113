import { expect, it } from "vitest";
import type { AlertRule } from "#api/alerts.ts";
import type { Locale } from "#i18n/locale.ts";
import { i18n } from "#i18n/messages.ts";
import { loadTexts, text } from "#i18n/texts.ts";
import { daysText, type RuleWords, ruleDetails, ruleSentence, secondsText } from "./sentence.ts";

const ALL = { kind: "sip", ids: [] as number[] } as const;
const RULE: AlertRule = {
  id: "r1",
  name: "All",
  isOn: true,
  condition: { type: "offline", ...ALL, flapping: { drops: 3, minutes: 60 } },
  looksDown: 2,
  looksUp: 2,
  tellsEnd: true,
  groupSeconds: 30,
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }],
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  pausedUntil: null,
  channels: ["c1", "c2"],
};
const NAMES: Record<number, string> = { 25: "200 Ресепшен", 26: "201 Охрана" };

async function words(locale: Locale): Promise<RuleWords> {
  i18n.load(locale, {});
  i18n.activate(locale);
  await loadTexts("features/alerts");
  return {
    t: text,
    locale,
    nameOf: (_, id) => NAMES[id],
    channels: new Map([
      ["c1", "Почта «Анна»"],
      ["c2", "Telegram «Дежурный»"],
    ]),
    everyMs: 30_000,
  };
}

const plain = (sentence: string) => sentence.replaceAll("\u00a0", " ");

const some = (...ids: number[]): AlertRule["condition"] => ({
  type: "offline",
  kind: "sip",
  ids,
  flapping: null,
});
const many = { type: "many", kind: "external", ids: [] as number[], atLeast: 3 } as const;

it.each<[Partial<AlertRule>, string]>([
  [
    {},
    "Если любой SIP-аккаунт не в сети 2 проверки подряд (около 1 мин): Почта «Анна» и Telegram «Дежурный»; пн–пт 9:00–18:00.",
  ],
  [
    { condition: some(25, 26), looksDown: 1, hours: [], channels: ["c1"] },
    "Если 200 Ресепшен или 201 Охрана не в сети при первой же проверке: Почта «Анна»; днём и ночью.",
  ],
  [
    { condition: some(1, 2, 3), looksDown: 5, hours: [], channels: ["gone"] },
    "Если любой из 3 аккаунтов не в сети 5 проверок подряд (около 2,5 мин): канал не выбран, поэтому не сообщает никому; днём и ночью.",
  ],
  [
    { condition: many, hours: [], zone: "Asia/Omsk", channels: ["c1"] },
    "Если одновременно не зарегистрированы хотя бы 3 внешних номера 2 проверки подряд (около 1 мин): Почта «Анна»; днём и ночью.",
  ],
  [
    {
      condition: { type: "flapping", ...ALL, drops: 3, minutes: 21 },
      hours: [{ days: [7, 6], from: "22:00", to: "06:30" }],
      zone: "Asia/Omsk",
      channels: ["c1"],
    },
    "Если любой SIP-аккаунт пропадает из сети 3 раза за 21 минуту: Почта «Анна»; сб, вс 22:00–6:30 (Asia/Omsk).",
  ],
  [
    { condition: { type: "unreadable", minutes: 5 }, hours: [], channels: ["c1"] },
    "Если провайдер не отвечает 5 минут: Почта «Анна»; днём и ночью.",
  ],
])("a rule is one sentence: %j", async (change, sentence) => {
  expect(plain(ruleSentence({ ...RULE, ...change }, await words("ru")))).toBe(sentence);
});

it("a rule is a sentence in English, too", async () => {
  const english = await words("en");
  const condition = { ...many, ids: [1, 2, 3, 4] };
  expect(plain(ruleSentence({ ...RULE, condition }, english))).toBe(
    "If at least 3 external numbers of 4 chosen are not registered at once for 2 checks in a row (about 1 min): Почта «Анна» and Telegram «Дежурный»; Mon–Fri 9:00–18:00.",
  );
  expect(ruleDetails(RULE, english.t)).toEqual([
    "also reports the end",
    "everything within 30 seconds is one message",
    "one that drops 3 times within 60 minutes is reported once",
  ]);
});

it("times and days are as people say them", async () => {
  const { t } = await words("ru");
  expect([10, 60, 75, 90, 600].map((seconds) => plain(secondsText(seconds, t)))).toEqual([
    "10 с",
    "1 мин",
    "75 с",
    "1,5 мин",
    "10 мин",
  ]);
  expect(daysText([1, 3, 4, 5, 7], "en")).toBe("Mon, Wed–Fri, Sun");
});
