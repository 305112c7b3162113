/** Clicks, fields, screens. */
type Figures = readonly [number, number, number];

interface Effort {
  /** Measured at commit 6fc28e46; null: not possible there. */
  before: Figures | null;
  /** The most that the task may take. */
  after: Figures;
}

export const EFFORTS: Readonly<Record<string, Effort>> = {
  "create an account": { before: [3, 1, 3], after: [3, 1, 3] },
  "create an account and copy its login": { before: [4, 1, 3], after: [4, 1, 3] },
  "create 20 accounts from a list": { before: [60, 20, 22], after: [4, 1, 3] },
  "give six accounts one caller ID": { before: [36, 6, 13], after: [5, 2, 3] },
  "change a caller ID": { before: [4, 2, 3], after: [4, 2, 3] },
  "rename an account": { before: [3, 2, 3], after: [3, 2, 3] },
  "set a new password and copy the login": { before: [5, 1, 3], after: [5, 1, 3] },
  "find whose number it is": { before: [0, 1, 1], after: [0, 1, 1] },
  "see who is offline": { before: [0, 0, 0], after: [0, 0, 0] },
  "see why a phone does not ring": { before: [1, 0, 1], after: [1, 0, 1] },
  "copy a text for the provider's support": { before: [3, 0, 2], after: [3, 0, 2] },
  "ring the desk for 20 s, then a mobile": { before: [5, 4, 3], after: [4, 4, 3] },
  "change how long a phone rings": { before: [3, 4, 3], after: [3, 4, 3] },
  "activate another scenario": { before: [2, 1, 2], after: [2, 1, 2] },
  "activate a scenario until tomorrow": { before: [4, 2, 4], after: [3, 2, 3] },
  "forward an external number to an employee": { before: [4, 3, 2], after: [4, 3, 2] },
  "forward an external number to a mobile until tomorrow": { before: [6, 3, 4], after: [3, 5, 2] },
  "connect another operator's number": { before: [3, 5, 2], after: [3, 5, 2] },
  "add a smart number": { before: [4, 2, 2], after: [4, 2, 2] },
  "change the voicemail address": { before: [2, 1, 1], after: [2, 1, 1] },
  "open a country": { before: [2, 1, 1], after: [2, 1, 1] },
  "test whether a number may be called": { before: [2, 1, 2], after: [2, 1, 2] },
  "take back a mistake": { before: [3, 2, 3], after: [3, 0, 2] },
  "somebody leaves": { before: [12, 6, 6], after: [5, 2, 4] },
  "see who changed an account": { before: null, after: [1, 1, 2] },
};

const total = (all: readonly Figures[]): Figures =>
  all.reduce(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0] as Figures);
const cells = (figures: Figures | null) => (figures ?? ["–", "–", "–"]).join(" / ");

/** The table of `docs/everyday-tasks.md`; the sum leaves out what was not possible before. */
export function effortTable(): string {
  const efforts = Object.values(EFFORTS);
  const before = efforts.flatMap((one) => (one.before === null ? [] : [one.before]));
  const after = efforts.flatMap((one) => (one.before === null ? [] : [one.after]));
  return [
    "| Task | Before | After |",
    "| --- | --- | --- |",
    ...Object.entries(EFFORTS).map(
      ([name, one]) => `| ${name} | ${cells(one.before)} | ${cells(one.after)} |`,
    ),
    `| Sum of those possible before | ${cells(total(before))} | ${cells(total(after))} |`,
  ].join("\n");
}
