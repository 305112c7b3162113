import { expect, it } from "vitest";
import { groupByDay } from "./days.ts";
import type { Change } from "./observe.ts";
import { loadLanguage } from "./testing/loadLanguage.ts";

const change = (...when: [month: number, day: number, hour: number, minute: number]): Change => {
  const at = new Date(2026, ...when).getTime();
  return { account: 1, name: "", extension: 201, from: "online", to: "offline", at, after: at };
};
const now = new Date(2026, 10, 21, 0, 5).getTime();

it("puts changes under the day in this browser's zone, just after midnight too", async () => {
  const { t, formats } = await loadLanguage("ru");
  const all = [
    change(10, 21, 0, 2),
    change(10, 20, 23, 59),
    change(10, 20, 0, 0),
    change(10, 19, 23, 59),
  ];
  const days = groupByDay(all, now, t, formats);
  expect(days.map(({ title, changes }) => [title, changes.length])).toEqual([
    ["Сегодня", 1],
    ["Вчера", 2],
    ["19 ноября", 1],
  ]);
  expect(days.flatMap(({ changes }) => changes)).toEqual(all);
  expect(groupByDay([], now, t, formats)).toEqual([]);
});
