import { describe, expect, it } from "vitest";
import { LIMITS } from "#api/fields.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { readPhone } from "#lib/phoneLibrary.ts";
import { parseCsv } from "#lib/readCsv.ts";
import { readAccountList } from "./columns.ts";
import { type Existing, type Office, planLines } from "./plan.ts";

const account = (id: number, extension: number, more: Partial<SipRow> = {}): SipRow => ({
  id,
  extension,
  name: `Имя ${id}`,
  role: "",
  callerId: undefined,
  callerIdId: undefined,
  state: "online",
  scenario: null,
  searchText: "",
  ...more,
});

const OFFICE: Office = {
  accounts: [account(25, 200, { callerId: "79993332210", callerIdId: 22 }), account(26, 201)],
  numbers: new Map([
    ["79993332210", 22],
    ["79993332211", 23],
  ]),
  readPhone,
};

const plan = (text: string, existing: Existing = "update", office: Partial<Office> = {}) =>
  planLines(
    readAccountList(parseCsv(text).rows),
    existing,
    { ...OFFICE, ...office },
    new AbortController().signal,
  );
const problems = async (text: string, office: Partial<Office> = {}) =>
  (await plan(text, "update", office)).map(({ problem }) => problem);

describe("a line of nobody yet", () => {
  it("is created, with the next free extension where it names none", async () => {
    const lines = await plan("Добавочный;Имя\n;Анна\n203;Борис\n;Вера\n");
    expect(lines.map(({ kind, number }) => [kind, number])).toEqual([
      ["create", "202"],
      ["create", "203"],
      ["create", "204"],
    ]);
  });

  it("has all that the list says, and usual ringing times", async () => {
    const [line] = await plan(
      "Имя;Описание;АОН;Мобильный\nАнна;Склад;8 999 333-22-11;8 999 333-22-12\n",
    );
    expect(line?.row?.step).toEqual({
      kind: "createAccount",
      body: {
        name: "Анна",
        number: 202,
        role: "Склад",
        aon: 23,
        sip_timeout: 30,
        sequence_rule: "single",
        phone_number: "79993332212",
        phone_timeout: 25,
      },
    });
  });

  it("has no extension when all are taken", async () => {
    const { min, max } = LIMITS.extension;
    const rows = Array.from({ length: max - min + 1 }, (_, index) => account(index, min + index));
    expect(await problems("Имя\nАнна\n", { accounts: rows })).toMatchObject([
      { field: "extension", why: { kind: "noneFree" } },
    ]);
  });
});

describe("a line of an account that exists", () => {
  it("changes only what differs", async () => {
    const lines = await plan(
      "ИД;Добавочный;Имя;АОН\n25;200;Анна;+7 999 333-22-10\n;201;Имя 26;79993332211\n",
    );
    expect(lines.map(({ row }) => row?.step)).toEqual([
      { kind: "updateAccount", id: 25, body: { name: "Анна" } },
      { kind: "updateAccount", id: 26, body: { aon: 23 } },
    ]);
    expect(lines.map(({ row }) => row?.before)).toEqual([{ name: "Имя 25" }, { aon: undefined }]);
  });

  it("is left alone when nothing differs, or when existing ones are skipped", async () => {
    expect((await plan("Добавочный;Имя\n200;Имя 25\n"))[0]?.kind).toBe("same");
    const skipped = await plan("Добавочный;Имя\n200;Анна\n999;Борис\n", "skip");
    expect(skipped.map(({ kind }) => kind)).toEqual(["skip", "create"]);
  });
});

describe("a line can't be sent", () => {
  it.each([
    [
      "extension taken",
      "ИД;Добавочный\n25;201\n",
      "extension",
      { kind: "taken", holder: "Имя 26" },
    ],
    ["unknown id", "ИД;Имя\n999;Анна\n", "id", { kind: "noSuchId", value: "999" }],
    ["id that is no number", "ИД;Имя\nx;Анна\n", "id", { kind: "notWhole", value: "x" }],
    ["rounded mobile", "Имя;Мобильный\nА;7,9E+10\n", "phone", { kind: "rounded" }],
    ["rounded caller ID", "Имя;АОН\nА;7,9E+10\n", "callerId", { kind: "rounded" }],
    ["wrong mobile", "Имя;Мобильный\nА;12345678901\n", "phone", { kind: "phone" }],
    ["foreign caller ID", "Имя;АОН\nА;+79990000000\n", "callerId", { kind: "callerId" }],
    ["extension below the limit", "Добавочный;Имя\n199;А\n", "extension", { kind: "limit" }],
    ["extension above the limit", "Добавочный;Имя\n100000;А\n", "extension", { kind: "limit" }],
    ["ringing off the grid", "Имя;SIP-телефон звонит, с\nА;7\n", "sipTimeout", { kind: "limit" }],
    ["no name", "Добавочный;Имя\n300;\n", "name", { kind: "limit" }],
    ["long name", `Добавочный;Имя\n300;${"я".repeat(300)}\n`, "name", { kind: "limit" }],
  ])("%s", async (_, text, field, why) => {
    expect(await problems(text)).toMatchObject([{ field, why }]);
  });

  it("that repeats an account or an extension", async () => {
    const text = "ИД;Добавочный;Имя\n25;;А\n;200;Б\n;300;В\n;300;Г\n26;300;Д\n";
    expect((await problems(text)).map((each) => each?.why)).toEqual([
      undefined,
      { kind: "repeated", line: 2 },
      undefined,
      { kind: "repeated", line: 4 },
      { kind: "repeated", line: 4 },
    ]);
  });

  it("that needs the office's numbers while they can't be read", async () => {
    expect(await problems("Имя;АОН\nА;79993332211\n", { numbers: undefined })).toMatchObject([
      { field: "callerId", why: { kind: "callerIdUnknown" } },
    ]);
  });
});

it("checking stops when it is no longer wanted", async () => {
  const stop = new AbortController();
  stop.abort(new Error("stopped"));
  const rows = Array.from({ length: 5_000 }, (_, index) => `;Имя ${index}`);
  const { rows: read } = readAccountList(parseCsv(["Добавочный;Имя", ...rows].join("\n")).rows);
  await expect(planLines({ rows: read }, "update", OFFICE, stop.signal)).rejects.toThrow("stopped");
});
