import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { changesCsv, type CsvTexts } from "./csv.ts";
import { localIso } from "./localIso.ts";
import type { Change, ObservedState } from "./observe.ts";

const AT = Date.UTC(2026, 10, 21, 11, 2, 5);
const change: Change = {
  account: 25,
  name: "Ресепшен",
  extension: 214,
  from: "online",
  to: "offline",
  at: AT,
  after: AT - 15_000,
};
const texts: CsvTexts = {
  header: {
    at: "Замечено",
    after: "Проверка",
    account: "ИД",
    extension: "Номер",
    name: "Название",
    from: "Было",
    to: "Стало",
  },
  states: { online: "в сети", offline: "не в сети", creating: "создаётся" },
  separator: ";",
};

afterEach(() => vi.restoreAllMocks());

/** Parses CSV by RFC 4180. */
function read(csv: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let cell = "";
    if (csv[at] === '"') {
      at++;
      while (csv[at] !== '"' || csv[at + 1] === '"') {
        if (at >= csv.length) throw new Error("An open quote");
        cell += csv[at];
        at += csv[at] === '"' ? 2 : 1;
      }
      at++;
    } else {
      while (csv[at] !== separator && csv[at] !== "\r" && at < csv.length) cell += csv[at++];
    }
    row.push(cell);
    if (csv[at] === separator) {
      at++;
    } else if (csv.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else {
      throw new Error(`Neither a separator nor a line's end at ${at}`);
    }
  }
  return rows;
}

const guarded = (text: string) => (/^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

describe("the log as CSV", () => {
  it("begins with a UTF-8 byte order mark and a header, and ends each line with CRLF", () => {
    const csv = changesCsv([change], texts);
    expect(csv).toBe(
      "\uFEFFЗамечено;Проверка;ИД;Номер;Название;Было;Стало\r\n" +
        `${localIso(AT)};${localIso(AT - 15_000)};25;214;Ресепшен;в сети;не в сети\r\n`,
    );
  });

  it("leaves the extension empty where it is not known", () => {
    const rows = read(changesCsv([{ ...change, extension: undefined }], texts).slice(1), ";");
    expect(rows[1]?.[3]).toBe("");
  });

  it.each(["=1+1", "+7", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])(
    "makes no formula of the name %j",
    (name) => {
      const rows = read(changesCsv([{ ...change, name }], texts).slice(1), ";");
      expect(rows[1]?.[4]).toBe(`'${name}`);
    },
  );

  it("round-trips every value", () => {
    const state = fc.constantFrom<ObservedState>("online", "offline", "creating");
    const name = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ";", ",", "\r", "\n", "=", "-", "'", "ё", " ") }),
    );
    const changes = fc.array(fc.record({ name, from: state, to: state, account: fc.nat() }));
    const separator = fc.constantFrom(",", ";");
    fc.assert(
      fc.property(changes, separator, (some, by) => {
        const all = some.map((one) => Object.assign({}, change, one));
        const csv = changesCsv(all, { ...texts, separator: by });
        const rows = read(csv.slice(1), by).slice(1);
        const got = rows.map(([, , account, , text, from, to]) => [account, text, from, to]);
        expect(got).toEqual(
          all.map((one) => [
            String(one.account),
            guarded(one.name),
            texts.states[one.from],
            texts.states[one.to],
          ]),
        );
      }),
    );
  });
});

describe("a time in this browser's zone", () => {
  it.each([
    [-180, "2026-11-21T14:02:05+03:00"],
    [0, "2026-11-21T11:02:05+00:00"],
    [210, "2026-11-21T07:32:05-03:30"],
    [-345, "2026-11-21T16:47:05+05:45"],
    [-780, "2026-11-22T00:02:05+13:00"],
  ])("%d min west of Greenwich is %s", (west, text) => {
    vi.spyOn(Date.prototype, "getTimezoneOffset").mockReturnValue(west);
    expect(localIso(AT)).toBe(text);
    expect(new Date(text).getTime()).toBe(AT);
  });
});
