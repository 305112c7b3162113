import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { waitForPaint } from "./lib/a11yIssues.ts";
import { press, tabTo } from "./lib/focus.ts";
import {
  addNumber,
  timeline,
  expectRows,
  form,
  nameField,
  numberField,
  openNew,
  button,
  ringTime,
} from "./lib/scenarioForm.ts";
import { ACCOUNT, openAccount, requestBodies, CREATE } from "./lib/scenarios.ts";

const ONE = "+7 900 000-00-01 10";
const TWO = "+7 900 000-00-02 20";
const THREE = "+7 900 000-00-03 30";
const STEPS = 20;

/** Opens a new scenario with three numbers of different timeouts. */
async function openThree(page: Page): Promise<void> {
  await openNew(page);
  await nameField(page).fill("Обед");
  for (const place of [1, 2, 3]) {
    await addNumber(page, `7900000000${place}`);
    await ringTime(page, place).fill(`${place}0`);
  }
  await expectRows(page, ONE, TWO, THREE);
}

const handle = (page: Page, place: number) => button(page, `Reorder: Number ${place}`);
const row = (page: Page, place: number) =>
  form(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: `Reorder: Number ${place}` }) });

async function centerOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  expect(box, "the bounding box").not.toBeNull();
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
  return { x: x + width / 2, y: y + height / 2 };
}

/** Start and end points for dragging a row by its handle over another row. */
async function dragPath(page: Page, from: number, to: number) {
  await row(page, Math.max(from, to)).scrollIntoViewIfNeeded();
  await handle(page, Math.min(from, to)).scrollIntoViewIfNeeded();
  const start = await centerOf(handle(page, from));
  const by = (await centerOf(row(page, to))).y - (await centerOf(row(page, from))).y;
  return { start, end: { x: start.x + 15, y: start.y + by } };
}

/** Drags a row with the mouse, and drops it unless `drop` is false. */
async function drag(page: Page, from: number, to: number, drop = true): Promise<void> {
  const { start, end } = await dragPath(page, from, to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: STEPS });
  await expect(row(page, from)).toHaveAttribute("data-lifted", "true");
  if (drop) await page.mouse.up();
}

/** Opens the same scenario by keyboard. */
async function openThreeByKeyboard(page: Page): Promise<void> {
  await openAccount(page);
  await press(page, page.getByRole("link", { name: "Add a scenario" }));
  await expect(nameField(page)).toBeFocused();
  await page.keyboard.type("Обед");
  for (const place of [1, 2, 3]) {
    await press(page, button(page, "Add a number"));
    await expect(numberField(page, place)).toBeFocused();
    await page.keyboard.type(`7900000000${place}`);
    await tabTo(page, ringTime(page, place));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(`${place}0`);
  }
  await expectRows(page, ONE, TWO, THREE);
}

async function expectSent(page: Page, sent: () => Promise<unknown[]>, ...order: string[]) {
  await button(page, "Create only").click();
  await expectBody(page, sent, ...order);
}

/** Expects that the form is saved with the numbers in this order. */
async function expectBody(page: Page, sent: () => Promise<unknown[]>, ...order: string[]) {
  await expect(page).toHaveURL(ACCOUNT);
  const phones = order.map((shown) => ({
    number: `7900000000${shown.slice(15, 16)}`,
    timeout: Number(shown.slice(-2)),
  }));
  expect(await sent()).toMatchObject([{ phones }]);
}

test.describe("by mouse", () => {
  test("a phone is dragged down and up with the mouse, and saved in the order shown", async ({
    page,
    office,
  }) => {
    await openThree(page);
    await drag(page, 1, 3);
    await expectRows(page, TWO, THREE, ONE);
    await expect(timeline(page).getByRole("listitem")).toHaveText([
      "SIP phone: from second 0 to 30",
      "+7 900 000-00-02: from second 30 to 50",
      "+7 900 000-00-03: from second 50 to 80",
      "+7 900 000-00-01: from second 80 to 90",
    ]);
    await drag(page, 2, 1);
    await expectRows(page, THREE, TWO, ONE);

    // Escape cancels the drag, not the form.
    await drag(page, 1, 3, false);
    await page.keyboard.press("Escape");
    await expect(row(page, 1)).not.toHaveAttribute("data-lifted", "true");
    await page.mouse.up();
    await expectRows(page, THREE, TWO, ONE);
    await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toHaveCount(0);
    await expectSent(page, () => requestBodies(office, CREATE), THREE, TWO, ONE);
  });
});

test.describe("by finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 1100 } });

  test("a phone is dragged with a finger without scrolling the form", async ({ page, office }) => {
    await openThree(page);
    const { start, end } = await dragPath(page, 1, 2);
    const touch = await page.context().newCDPSession(page);
    const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: object[]) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints: touchPoints as [] });
    await send("touchStart", [start]);
    for (let step = 1; step <= STEPS; step++) {
      const y = start.y + ((end.y - start.y) * step) / STEPS;
      await send("touchMove", [{ x: start.x, y }]);
    }
    await expect(row(page, 1)).toHaveAttribute("data-lifted", "true");
    await send("touchEnd", []);
    await expectRows(page, TWO, ONE, THREE);
    await expectSent(page, () => requestBodies(office, CREATE), TWO, ONE, THREE);
  });
});

/** Lifts a row by its focused handle. */
async function lift(page: Page, place: number): Promise<void> {
  await page.keyboard.press("Space");
  await expect(page.getByText(`Row ${place} lifted`)).toBeAttached();
  // dnd-kit listens to the arrow keys only one frame after this announcement.
  await waitForPaint(page);
}

test.describe("by keyboard", () => {
  keyboardTest.setTimeout(90_000);

  keyboardTest(
    "a phone is lifted, moved and dropped by keyboard, and each step is announced",
    async ({ page, office }) => {
      await openThreeByKeyboard(page);
      await tabTo(page, handle(page, 1));
      await expect(handle(page, 1)).toHaveAccessibleDescription(/Press Space to lift the row/);
      await lift(page, 1);
      await page.keyboard.press("ArrowDown");
      await expect(page.getByText("Row 1 is now at place 2")).toBeAttached();
      await page.keyboard.press("ArrowDown");
      await expect(page.getByText("Row 1 is now at place 3")).toBeAttached();
      await page.keyboard.press("Space");
      await expect(page.getByText("Row 1 dropped at place 3")).toBeAttached();
      await expectRows(page, TWO, THREE, ONE);
      await expect(handle(page, 3)).toBeFocused();
      await press(page, button(page, "Create only"));
      await expectBody(page, () => requestBodies(office, CREATE), TWO, THREE, ONE);
    },
  );
});

test.describe("by buttons", () => {});
