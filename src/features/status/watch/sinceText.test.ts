import { beforeEach, describe, expect, it } from "vitest";
import type { Observation } from "./observe.ts";
import { sinceText } from "./sinceText.ts";
import { plain, loadLanguage } from "./testing/loadLanguage.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TWO = new Date(2026, 10, 21, 14, 2).getTime();
const seen: Observation = {
  state: "offline",
  since: TWO,
  exact: true,
  before: { state: "online", at: TWO - 15_000 },
};
const unsure: Observation = { state: "offline", since: TWO, exact: false };
let language: Awaited<ReturnType<typeof loadLanguage>>;

const say = (observation: Observation, after: number) => {
  const { short, text, long } = sinceText(observation, TWO + after, language.t, language.formats);
  return { short: plain(short), text: plain(text), long: plain(long) };
};

describe("in Russian", () => {
  beforeEach(async () => {
    language = await loadLanguage("ru");
  });

  it("gives a watched change with its time", () => {
    expect(say(seen, 12 * MINUTE)).toEqual({
      short: "12 мин",
      text: "не в сети с 14:02, замечено этим браузером",
      long: "12 мин: не в сети с 14:02, замечено этим браузером",
    });
  });

  it("gives the server's time without a source, and with its day if that is not today", () => {
    const server: Observation = { ...seen, source: "server" };
    expect(say(server, 12 * MINUTE)).toEqual({
      short: "с 14:02, 12 мин",
      text: "не в сети с 14:02",
      long: "не в сети с 14:02, 12 мин",
    });
    expect(say(server, 52 * HOUR)).toEqual({
      short: "с 21 нояб., 2 дн. 4 ч",
      text: "не в сети с 14:02 21 ноября",
      long: "не в сети с 14:02 21 ноября, 2 дн. 4 ч",
    });
  });

  it("says in which time nobody watched", () => {
    const before = { state: "online", at: TWO - 22 * MINUTE } as const;
    const server: Observation = { ...unsure, source: "server", before };
    expect(say(server, 12 * MINUTE)).toMatchObject({
      short: "не меньше 12 мин",
      text: "не в сети; сменилось между 13:40 и 14:02, когда никто не смотрел",
    });
    const gap = { from: TWO + MINUTE, to: TWO + 5 * MINUTE };
    expect(say({ ...seen, source: "server", gap }, 12 * MINUTE).text).toBe(
      "не в сети с 14:02; с 14:03 до 14:07 никто не смотрел",
    );
    expect(say({ ...unsure, source: "server" }, 12 * MINUTE).text).toBe(
      "не в сети всё время, что Пульт наблюдает: с 14:02",
    );
  });

  it.each([
    [0, "меньше минуты", "неизвестно сколько"],
    [MINUTE - 1, "меньше минуты", "неизвестно сколько"],
    [MINUTE, "1 мин", "не меньше 1 мин"],
    [3 * HOUR + 5 * MINUTE, "3 ч 05 мин", "не меньше 3 ч 05 мин"],
    [52 * HOUR, "2 дн. 4 ч", "не меньше 2 дн. 4 ч"],
    [-HOUR, "меньше минуты", "неизвестно сколько"],
  ])(
    "after %d ms it is «%s», or «%s» where the beginning was not observed",
    (after, exact, not) => {
      expect(say(seen, after).short).toBe(exact);
      expect(say(unsure, after).short).toBe(not);
    },
  );

  it("gives an unwatched time as unknown", () => {
    expect(say(unsure, 12 * MINUTE).text).toBe(
      "видно этому браузеру с 14:02; что было раньше, неизвестно",
    );
  });

  it("includes what was observed before a gap", () => {
    const before = { state: "online", at: TWO - 22 * MINUTE } as const;
    expect(say({ ...unsure, before }, MINUTE).text).toBe(
      "видно этому браузеру с 14:02; что было раньше, неизвестно; в 13:40 было: в сети",
    );
  });

  it("names another day than today", () => {
    const before = { state: "creating", at: TWO - 24 * HOUR } as const;
    expect(say(seen, 24 * HOUR).text).toContain("с 14:02 21 ноября, замечено");
    expect(say({ ...unsure, before }, 0).text).toContain("; в 14:02 20 ноября было: создаётся");
  });
});

describe("in English", () => {
  beforeEach(async () => {
    language = await loadLanguage("en");
  });

  it("gives the same", () => {
    expect(say(seen, 12 * MINUTE).long).toBe(
      "12 min: offline since 02:02 PM, seen by this browser",
    );
    const before = { state: "online", at: TWO - 24 * HOUR } as const;
    expect(say({ ...unsure, before }, 12 * MINUTE).long).toBe(
      "at least 12 min: seen by this browser since 02:02 PM; before that unknown; " +
        "at 02:02 PM on November 20 it was online",
    );
  });
});
