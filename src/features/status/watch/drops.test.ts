import { beforeEach, describe, expect, it } from "vitest";
import { dropNotice, findDrops } from "./drops.ts";
import { type Change, GAP_MS } from "./observe.ts";
import { loadLanguage } from "./testing/loadLanguage.ts";

const AT = new Date(2026, 10, 21, 14, 2).getTime();
const drop = (account: number, more: Partial<Change> = {}): Change => ({
  account,
  name: `Кабинет ${account}`,
  extension: 200 + account,
  from: "online",
  to: "offline",
  at: AT,
  after: AT - 15_000,
  ...more,
});
const drops = (count: number) => Array.from({ length: count }, (_, index) => drop(index + 1));

describe("an alert", () => {
  it("covers a watched account that was online at the poll before, however long ago", () => {
    const changes = [
      drop(1),
      drop(2),
      drop(3, { from: "offline", to: "online" }),
      drop(3, { from: "creating" }),
      drop(3, { after: AT - GAP_MS - 1 }),
    ];
    const found = findDrops(changes, (account) => account !== 2);
    expect(found).toEqual([drop(1), drop(3, { after: AT - GAP_MS - 1 })]);
  });
});

describe("a notification", () => {
  let language: Awaited<ReturnType<typeof loadLanguage>>;
  const notice = (changes: Change[]) => dropNotice(changes, language.t, language.formats);
  beforeEach(async () => {
    language = await loadLanguage("ru");
  });

  it("names the account, and replaces an earlier one of the same account", () => {
    expect(notice([drop(14)])).toEqual({
      title: "214 Кабинет 14: не в сети",
      body: "Замечено в 14:02",
      tag: "pult-drop-14",
    });
    expect(notice([drop(14, { extension: undefined })])?.title).toBe("Кабинет 14: не в сети");
  });

  it("is one for all that dropped at once", () => {
    expect(notice(drops(2))).toMatchObject({
      title: "Пропали из сети: 2 аккаунта",
      body: "201 Кабинет 1, 202 Кабинет 2",
    });
    expect(notice(drops(5))?.body).not.toContain("ещё");
    expect(notice(drops(21))).toMatchObject({
      title: "Пропали из сети: 21 аккаунт",
      body: expect.stringMatching(/205 Кабинет 5 и ещё 16$/),
    });
  });

  it("gives the times between which it happened while nobody watched, with the day if it is another", () => {
    const after = new Date(2026, 10, 21, 13, 45).getTime();
    const friday = new Date(2026, 10, 20, 17, 55).getTime();
    expect(notice([drop(14, { after })])?.body).toBe("Между 13:45 и 14:02");
    expect(notice([drop(14, { after: friday })])?.body).toMatch(/^Между пт, 20 .*17:55 и 14:02$/);
    expect(notice([drop(1, { after }), drop(2)])?.body).toBe(
      "Между 13:45 и 14:02: 201 Кабинет 1, 202 Кабинет 2",
    );
  });

  it("is undefined for no drops", () => {
    expect(notice([])).toBeUndefined();
  });
});
