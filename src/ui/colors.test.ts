import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dark, light } from "./colors.ts";

type Name = keyof typeof light;
type Pair = readonly [front: Name, back: Name];

/** Relative luminance by WCAG 2.2, of `#rrggbb`. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const GROUNDS = ["canvas", "paper", "hover"] as const;
const on = (front: Name): Pair[] => GROUNDS.map((back) => [front, back]);
const TEXTS: Pair[] = [
  ...(["ink", "inkSoft", "petrol", "online", "offline", "attention"] as const).flatMap(on),
  ["onPetrol", "petrol"],
  ["onPetrol", "petrolDark"],
  ["petrol", "petrolSoft"],
  ["petrolDark", "petrolSoft"],
  ["ink", "petrolSoft"],
  ["ink", "offlineSoft"],
  ["offline", "offlineSoft"],
  ["ink", "attentionSoft"],
  ["attention", "attentionSoft"],
];
const SHAPES: Pair[] = [
  ["outline", "canvas"],
  ["outline", "paper"],
  ...(["online", "offline", "attention", "inkSoft", "petrol"] as const).flatMap(on),
];

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s scheme", (scheme, colors) => {
  it.each(TEXTS)(`${scheme}: text %s on %s has a contrast of 4.5`, (front, back) => {
    expect(contrast(colors[front], colors[back])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)(`${scheme}: a shape in %s on %s has a contrast of 3`, (front, back) => {
    expect(contrast(colors[front], colors[back])).toBeGreaterThanOrEqual(3);
  });
});

it("computes the contrast of black and white", () =>
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21));

const readColors = (rules: string) =>
  Object.fromEntries(
    [...rules.matchAll(/--shell-(\w+):\s*(#\w+)/g)].map(([, name = "", color]) => [name, color]),
  );
const expected = ({ canvas, paper, hairline, ink }: typeof light) => ({
  canvas,
  paper,
  line: hairline,
  ink,
});

describe("the frame painted before any script runs", () => {
  const page = readFileSync("index.html", "utf8");
  const blocks = [
    ...page.matchAll(/(?<selector>[^{}]*)\{(?<rules>[^{}]*--shell-canvas:[^{}]*)\}/g),
  ];

  it("has the palette's colours, in every case", () => {
    const found = blocks.map(({ groups }) => readColors(groups?.["rules"] ?? ""));
    expect(found).toEqual([expected(light), expected(dark), expected(dark)]);
  });
});

describe("the pages of one-time links, which the server makes without the app", () => {
  const style = readFileSync("server/handover/style.ts", "utf8");
  const readBlock = (name: string) =>
    [...(style.split(`const ${name} = \``)[1]?.split("`")[0] ?? "").matchAll(/: (#\w+);/g)].map(
      ([, color]) => color,
    );

  it.each([
    ["LIGHT", light],
    ["DARK", dark],
  ] as const)("have the palette's colours: %s", (name, colors) => {
    const { canvas, paper, ink, inkSoft, hairline, petrol, onPetrol } = colors;
    expect(readBlock(name)).toEqual([canvas, paper, ink, inkSoft, hairline, petrol, onPetrol]);
  });
});
