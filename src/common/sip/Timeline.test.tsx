import { act, render, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { setLocale } from "#i18n/messages.ts";
import type { CallPlan, Leg } from "#domain/sip/timeline.ts";
import { loadTexts } from "#i18n/texts.ts";
import { Timeline } from "./Timeline.tsx";
import styles from "./Timeline.module.css";
import { TimelineMini } from "./TimelineMini.tsx";

const sip = (timeout: number): Leg => ({ kind: "sip", timeout });
const phone = (timeout: number, number?: string): Leg => ({ kind: "phone", number, timeout });
const plain = (text: string | null | undefined) => (text ?? "").replaceAll("\u00a0", " ");
const SIX_LONGEST = [sip(90), ...Array.from({ length: 5 }, () => phone(90))];

function draw(plan: Partial<CallPlan> & Pick<CallPlan, "legs">) {
  const { container } = render(
    <Timeline plan={{ rule: undefined, voicemail: undefined, ...plan }} />,
  );
  const all = (name: string | undefined) => [
    ...container.querySelectorAll<HTMLElement>(`.${name ?? "none"}`),
  ];
  return {
    all,
    bars: () => all(styles["bar"]).map(({ style }) => [style.left, style.width]),
    ticks: () => all(styles["tick"]).map(({ textContent }) => plain(textContent)),
    unsure: () => container.querySelector("[data-unsure=true]") !== null,
  };
}

const items = () => screen.getAllByRole("listitem").map((item) => plain(item.textContent));

beforeEach(async () => {
  await setLocale("ru");
  await loadTexts("common");
});

describe("the timeline of a scenario", () => {
  it("puts each bar where it rings, one after another", () => {
    const { bars, ticks, unsure } = draw({ rule: "single", legs: [sip(20), phone(25), phone(5)] });
    expect(bars()).toEqual([
      ["0%", "40%"],
      ["40%", "50%"],
      ["90%", "10%"],
    ]);
    expect(ticks()).toEqual(["0", "10", "20", "30", "40", "50 с"]);
    expect(unsure()).toBe(false);
  });

  it("puts all bars at the beginning when they ring together", () => {
    const { bars, unsure } = draw({ rule: "simultaneous", legs: [sip(20), phone(40)] });
    expect(bars()).toEqual([
      ["0%", "50%"],
      ["0%", "100%"],
    ]);
    expect(unsure()).toBe(false);
  });

  it("shows no order where the provider does not return it", () => {
    const { bars, ticks, unsure } = draw({ legs: [sip(20), phone(40)] });
    // Nothing has a known start: no axis, and the spans are centred on their lines.
    expect(bars()).toEqual([]);
    expect(ticks()).toEqual([]);
    expect(unsure()).toBe(true);
    expect(plain(screen.getByRole("figure").textContent)).toContain(
      "Порядок провайдер не сообщает: по очереди — 60 с, одновременно — 40 с",
    );
    expect(items()[0]).toBe("SIP-телефон: звонит 20 с, с какого момента — неизвестно");
  });

  it("has a certain order when a single phone rings", () => {
    expect(draw({ legs: [sip(20), phone(0)] }).unsure()).toBe(false);
  });

  it("of six times 90 seconds stays readable", () => {
    const { bars, ticks, all } = draw({ rule: "single", legs: SIX_LONGEST });
    expect(bars().map(([left]) => Number.parseFloat(left ?? ""))).toEqual(
      [0, 1, 2, 3, 4, 5].map((place) => expect.closeTo((place / 6) * 100, 3) as number),
    );
    expect(all(styles["bar"]).map(({ textContent }) => plain(textContent))).toEqual(
      Array.from({ length: 6 }, () => "90 с"),
    );
    expect(ticks()).toEqual(["0", "90", "180", "270", "360", "450", "540 с"]);
  });

  it("marks a silent phone, and labels a short bar beside it", () => {
    const { bars, all } = draw({ rule: "single", legs: [sip(90), phone(0), phone(5)] });
    expect(bars()[1]?.[1]).toBe("0%");
    expect(all(styles["beside"]).map(({ textContent }) => plain(textContent))).toEqual([
      "не звонит",
      "5 с",
    ]);
    expect(items()[1]).toBe("Номер 1: не звонит");
  });

  it("without any ringing phone has only the beginning of the axis", () => {
    const { bars, ticks } = draw({ rule: "single", legs: [sip(0)], voicemail: true });
    expect(bars()).toEqual([["0%", "0%"]]);
    expect(ticks()).toEqual(["0 с"]);
  });

  it("ends with the voicemail only if there is one", () => {
    draw({ rule: "single", legs: [sip(20)], voicemail: true });
    expect(items()).toEqual(["SIP-телефон: с 0 по 20 секунду", "Голосовая почта: через 20 с"]);
  });

  it.each([false, undefined])("has no voicemail when it is %s", (voicemail) => {
    draw({ rule: "single", legs: [sip(20)], voicemail });
    expect(items()).toHaveLength(1);
  });

  it("names a phone by its number, its position or the provider's own text", () => {
    draw({
      rule: "single",
      legs: [sip(5), phone(5), phone(5, "79993332210"), { kind: "other", type: "fax", timeout: 5 }],
    });
    expect(items().map((item) => item.split(":")[0])).toEqual([
      "SIP-телефон",
      "Номер 1",
      "+7 999 333-22-10",
      "fax",
    ]);
  });

  it("has one text alternative for screen readers", () => {
    const { all } = draw({ rule: "single", legs: [sip(20)], voicemail: true });
    expect(all(styles["plot"])[0]).toHaveAttribute("aria-hidden", "true");
    const list = within(screen.getByRole("list"));
    expect(list.getAllByRole("listitem")).toHaveLength(2);
  });

  it("follows a change of language", async () => {
    draw({ rule: "single", legs: [sip(20), phone(25)], voicemail: true });
    await act(() => setLocale("en"));
    expect(items()[0]).toBe("SIP phone: from second 0 to 20");
    expect(plain(screen.getByRole("figure").textContent)).toContain("Rings 45 s, then voicemail");
  });
});

const mini = (plan: CallPlan) => {
  const { container } = render(<TimelineMini plan={plan} />);
  return [...container.querySelectorAll("rect")].map((bar) => [
    Number(bar.getAttribute("x")) - 0.5,
    Number(bar.getAttribute("width")) + 1,
  ]);
};

describe("the mini timeline", () => {
  it("has the large one's text as its name and tooltip", () => {
    mini({ rule: "single", legs: [sip(20), phone(25)], voicemail: true });
    const picture = screen.getByRole("img", { name: /Звонит 45.с, затем голосовая почта/ });
    expect(picture.querySelector("title")).toHaveTextContent(/Звонит 45.с/);
  });

  it("draws a minute at the same scale in all rows", () => {
    const [short] = mini({ rule: "single", legs: [sip(30)], voicemail: undefined });
    const [long] = mini({ rule: "single", legs: [sip(60)], voicemail: undefined });
    expect((short?.[1] ?? 0) * 2).toBe(long?.[1]);
  });

  it("of six times 90 seconds has six bars, one after another, inside its width", () => {
    const bars = mini({ rule: "single", legs: SIX_LONGEST, voicemail: true });
    expect(bars).toHaveLength(6);
    for (const [index, [x = 0, width = 0]] of bars.entries()) {
      expect(x).toBeCloseTo((index * 86) / 6, -0.5);
      expect(x + width).toBeLessThanOrEqual(96 - 8);
    }
  });

  it("has no solid bar where the order is unknown", () => {
    const plan = { rule: undefined, legs: [sip(20), phone(25)], voicemail: undefined };
    expect(mini(plan)).toEqual([]);
    const starts = [...screen.getByRole("img").querySelectorAll("path")].map(
      (path) => path.getAttribute("d")?.split(" ")[0],
    );
    expect(new Set(starts).size).toBe(2);
  });

  it("marks a silent phone", () => {
    const plan = { rule: "single", legs: [sip(20), phone(0)], voicemail: undefined } as const;
    expect(mini(plan)[1]).toEqual([Math.round((20 * 86) / 60), 1]);
  });
});
