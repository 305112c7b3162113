import { beforeAll, describe, expect, it } from "vitest";
import type { ActiveScenario, Diagnosis, Finding } from "#domain/diagnosis/findings.ts";
import { getFormats } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import { i18n } from "#i18n/messages.ts";
import { loadTexts, text as t } from "#i18n/texts.ts";
import { diagnosisLines } from "./diagnosisText.ts";

type Endpoint = ActiveScenario["endpoints"][number];
const sip = (timeout: number): Endpoint => ({ type: "sip", timeout });
const mobile = (timeout: number, number?: string): Endpoint => ({ type: "mob", timeout, number });

const scenario = (endpoints: Endpoint[], more: Partial<ActiveScenario> = {}): ActiveScenario => ({
  id: 7,
  name: "Днём",
  endpoints,
  ...more,
});

async function write(locale: Locale) {
  i18n.load(locale, {});
  i18n.activate(locale);
  await loadTexts("common/sip/verdict");
  const words = { t, formats: getFormats(locale), phone: (digits: string) => `+${digits}` };
  return (diagnosis: Partial<Diagnosis>, since?: string) =>
    diagnosisLines({ findings: [], rings: undefined, ...diagnosis }, { ...words, since }).map(
      (line) => line.replaceAll("\u00a0", " "),
    );
}

describe("in Russian", () => {
  let say: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    say = await write("ru");
  });
  const find = (finding: Finding, since?: string) => say({ findings: [finding] }, since);

  it.each([
    [scenario([sip(20)]), ""],
    [scenario([sip(20)], { voicemail: true }), ", затем голосовая почта"],
    [
      scenario([mobile(25, "79990000001"), sip(20), mobile(5)], { sequence_rule: "single" }),
      ", затем 25 с на +79990000001, затем 5 с на другой номер",
    ],
    [
      scenario([sip(20), mobile(5), mobile(5), mobile(5), mobile(0)], { sequence_rule: "single" }),
      ", затем на 3 других номера",
    ],
    [
      scenario([sip(20), mobile(5, "79990000001")], { sequence_rule: "simultaneous" }),
      ", одновременно на +79990000001",
    ],
    [scenario([sip(20), mobile(5, "79990000001")]), ", а также на +79990000001"],
  ])("a phone that rings has its route told", (rings, then) => {
    expect(say({ rings }, "с 14:02, 43 мин")).toEqual([
      `Зазвонит: телефон в сети с 14:02, 43 мин. Сценарий «Днём» звонит на него 20 с${then}.`,
    ]);
  });

  it("says of an offline phone since when, or that it is not known", () => {
    expect(find({ kind: "offline" }, "с 14:02, 43 мин")).toEqual([
      "Телефон не в сети с 14:02, 43 мин: звонки до него не доходят.",
    ]);
    expect(find({ kind: "offline" })).toEqual([
      "Телефон не в сети, с какого времени — неизвестно: звонки до него не доходят.",
    ]);
  });

  it("says where calls go instead", () => {
    const elsewhere = {
      kind: "elsewhere",
      scenario: scenario([mobile(5)]),
      instead: undefined,
    } as const;
    const where = (numbers: string[], others: number) =>
      find({ ...elsewhere, numbers, others })[0]?.replace(/.* только /, "");
    expect(where(["79990000001"], 0)).toBe("на +79990000001.");
    expect(where(["79990000001"], 2)).toBe("на +79990000001, 2 других номера.");
    expect(where([], 1)).toBe("на другой номер.");
  });

  it("says all others, too", () => {
    const lost = { id: 17, number: undefined, since: Date.now() };
    const silent = scenario([sip(0)], { voicemail: true });
    const findings: Finding[] = [
      { kind: "creating" },
      { kind: "silent", scenario: silent, instead: undefined },
      { kind: "inactive", count: 1, instead: undefined },
      { kind: "inactive", count: 0, instead: undefined },
      { kind: "external", lost },
      { kind: "unstable", drops: 5 },
      { kind: "unknown", why: "unlisted", unreadableSince: undefined },
      { kind: "unknown", why: "unread", unreadableSince: undefined },
      { kind: "scenariosUnread" },
    ];
    const lines = say({ findings });
    const expected = [
      /^Платформа ещё создаёт/,
      /сразу уходит в голосовую почту\.$/,
      /^Ни один сценарий не активен: /,
      /^Сценариев нет/,
      /^Внешний номер с ИД 17 не зарегистрирован с \d\d:\d\d: /,
      /пропадал из сети 5 раз\.$/,
      /провайдер не сообщает его статус/,
      /провайдер не отвечает\. Это не значит/,
      /сценарии аккаунта не загрузились\.$/,
    ];
    expect(lines).toHaveLength(expected.length);
    for (const [place, pattern] of expected.entries()) expect(lines[place]).toMatch(pattern);
  });
});

it("in English a sentence with and without a time is whole, too", async () => {
  const say = await write("en");
  expect(say({ findings: [{ kind: "offline" }] }, "since 02:02 PM, 43 min")).toEqual([
    "The phone has been offline since 02:02 PM, 43 min: calls do not reach it.",
  ]);
  expect(say({ rings: scenario([sip(20)]) })).toEqual([
    "It rings: the phone is online. The scenario “Днём” rings it for 20 s.",
  ]);
});
