import { describe, expect, it } from "vitest";
import type { Observation } from "./observe.ts";
import { sinceClause } from "./sinceClause.ts";
import { loadLanguage, plain } from "./testing/loadLanguage.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TWO = new Date(2026, 10, 21, 14, 2).getTime();
const server: Observation = { state: "offline", since: TWO, exact: true, source: "server" };
const unseen: Observation = { ...server, exact: false };
const { source: _server, ...browser } = server;

async function say(locale: "ru" | "en", observation: Observation, after: number) {
  const { t, formats } = await loadLanguage(locale);
  const clause = sinceClause(observation, TWO + after, t, formats);
  return clause && plain(clause);
}

describe("since when, in the middle of a sentence", () => {
  it.each([
    ["seen by the server", server, 12 * MINUTE, "с 14:02, 12 мин"],
    ["just now", server, 0, "с 14:02, меньше минуты"],
    ["on another day", server, 52 * HOUR, "с 14:02 21 ноября, 2 дн. 4 ч"],
    [
      "with a time in which nobody watched",
      { ...server, gap: { from: TWO + MINUTE, to: TWO + 9 * MINUTE } },
      52 * HOUR,
      "с 14:02 21 ноября, 2 дн. 4 ч (с 14:03 до 14:11 21 ноября никто не смотрел)",
    ],
    [
      "begun while nobody watched",
      { ...unseen, before: { state: "online", at: TWO - 22 * MINUTE } as const },
      12 * MINUTE,
      "не меньше 12 мин (началось между 13:40 и 14:02, когда никто не смотрел)",
    ],
    [
      "as long as the server has watched",
      unseen,
      3 * HOUR,
      "не меньше 3 ч 00 мин (всё время, что Пульт смотрит: с 14:02)",
    ],
    ["seen by this browser", browser, 12 * MINUTE, "с 14:02, 12 мин (замечено этим браузером)"],
    ["unknown", unseen, MINUTE - 1, undefined],
  ] as const)("%s", async (_, observation, after, text) => {
    expect(await say("ru", observation, after)).toBe(text);
  });

  it("fits an English sentence, too", async () => {
    expect(await say("en", server, 52 * HOUR)).toBe("since 02:02 PM on November 21, 2 days 4 hr");
    expect(await say("en", { ...browser, exact: false }, 12 * MINUTE)).toBe(
      "for at least 12 min (this browser has seen it since 02:02 PM; before that unknown)",
    );
  });
});
