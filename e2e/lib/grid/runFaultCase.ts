import { expect } from "@playwright/test";
import { label } from "#api/operation.ts";
import { operations } from "#api/operations.ts";
import type { Clock } from "../clock.ts";
import {
  type FaultCase,
  asked,
  expectAsked,
  expectSaid,
  expectTold,
  frameWords,
  go,
  placeOf,
  isAskedToWait,
  retryOf,
  sayingOf,
} from "./cell.ts";
import { ASKED_WAIT_S, SLOW_S, type Trouble, TROUBLES } from "./cells.ts";
import { filled } from "../texts.ts";
import { MANY, goAtItsPace, goUnnoticed, showCut, showOdd } from "./bear.ts";
import { endLogin, loseNetwork } from "./away.ts";
import { expectHeld } from "./hold.ts";
import { holdAnswer, looksOf } from "./requestLog.ts";

/** In CSS pixels: a small laptop and a small phone. */
const DESK = { width: 1280, height: 720 };
const PHONE = { width: 360, height: 640 };
/** More than the app waits for an answer and then until it asks again. */
export const PATIENCE_S = 16.5;
/** More than it waits until it asks again; less than until it looks again after it told. */
const PAUSE_S = 1.5;
/** More than the app waits until it asks whether the server is there again. */
const RETURN_S = 5;
/** So many pauses are more than three tries of which nothing comes. */
const MANY_PAUSES = 60;

/** One trouble of one operation: how it is told, what is kept, and how all goes on after it. */
export async function runFaultCase(
  actor: FaultCase,
  trouble: Trouble,
  clock: Clock,
): Promise<void> {
  const { name, course } = trouble;
  await actor.stage.page.setViewportSize(DESK);
  if (course === "cut" || course === "paced") await actor.office.reset({ accounts: MANY });
  await open(actor);
  if (course === "slow") return beSlow(actor, clock);
  await fault(actor, trouble);
  if (course === "away") return loseServer(actor, trouble, clock);
  if (actor.entry.kind === "write") await shrink(actor, trouble);
  await attempt(actor);
  if (course === "unnoticed") return goUnnoticed(actor);
  if (course === "odd") return showOdd(actor);
  if (course === "cut") return showCut(actor);
  if (course === "paced") return goAtItsPace(actor, clock);
  if (name === "hang") await hang(actor, trouble, clock);
  await tellInTime(actor, trouble, clock);
  await tell(actor, trouble);
  await expectNotTooOften(actor, trouble);
  await clock.rush(isAskedToWait(trouble) ? ASKED_WAIT_S - 20 : PAUSE_S);
  await expectNotTooOften(actor, trouble);
  await looksAgain(actor, trouble);
  await actor.office.faults();
  if (isAskedToWait(trouble)) await clock.rush(25);
  await clock.settle();
  await goOn(actor, trouble);
}

/** What is said must be seen on a small screen too: every second trouble is met on a phone. */
async function shrink({ stage: { page } }: FaultCase, trouble: Trouble): Promise<void> {
  await page.setViewportSize(TROUBLES.indexOf(trouble) % 2 === 0 ? DESK : PHONE);
}

/** Up to the moment before the operation is asked for. */
export async function open({ entry, stage }: FaultCase): Promise<void> {
  if (entry.kind === "read" && entry.ask === undefined) return;
  await go(stage, entry.at);
  if (entry.kind === "write") await entry.fill(stage);
  else await expect(stage.page.getByRole("dialog").getByRole("radio").first()).toBeVisible();
}

export async function fault({ name, entry, office }: FaultCase, trouble: Trouble): Promise<void> {
  if (trouble.fault === undefined) return;
  const wrong = entry.kind === "write" ? entry.wrong : undefined;
  const fields = wrong && trouble.name === "status:422" ? { [wrong.field]: ["Wrong."] } : {};
  await office.faults({ operation: label(operations[name]), fields, ...trouble.fault });
}

export async function attempt({ entry, stage }: FaultCase): Promise<void> {
  if (entry.kind === "write") await entry.button(stage).click();
  else if (entry.ask === undefined) await go(stage, entry.at);
  else await entry.ask(stage);
}

/** It says that it is on its way, a second press sends nothing, and then it is done. */
async function beSlow(actor: FaultCase, clock: Clock): Promise<void> {
  const { name, entry, stage } = actor;
  const answer = await holdAnswer(stage.page, operations[name]);
  await attempt(actor);
  await answer.asked;
  await clock.rush(SLOW_S);
  if (entry.kind === "read") {
    await entry.loading(stage);
    await expect(stage.page.getByRole("alert")).toHaveCount(0);
    await answer.release();
    await entry.works(stage);
  } else {
    const button = entry.button(stage);
    if (entry.busy === undefined) await expect(button).toBeDisabled();
    else await entry.busy(stage);
    if ((await button.count()) > 0) await button.dispatchEvent("click");
    await stage.page.keyboard.press("Enter");
    await expectHeld(stage, entry);
    await answer.release();
    await expect(entry.done(stage)).toBeVisible();
  }
  await expectAsked(actor, 1);
}

const triesOf = ({ entry }: FaultCase, { tries }: Trouble): number =>
  entry.kind === "write" || entry.once === true ? 1 : tries;

/** It is told once the time limit is over, and of a read again while it is tried again. */
async function hang(actor: FaultCase, trouble: Trouble, clock: Clock): Promise<void> {
  await expect.poll(() => asked(actor)).toBe(1);
  await clock.rush(PATIENCE_S);
  if (actor.entry.kind === "read" && actor.entry.beside === true) return;
  await expect(placeOf(actor, sayingOf(actor, trouble))).toBeVisible();
}

/** Lets the time pass that a read is tried again in. */
async function tellInTime(actor: FaultCase, trouble: Trouble, clock: Clock): Promise<void> {
  if (triesOf(actor, trouble) === 1) return;
  const retry = retryOf(actor, sayingOf(actor, trouble));
  for (let pause = 0; pause < MANY_PAUSES; pause++) {
    if (trouble.name !== "hang") await clock.settle();
    if (await retry.isVisible()) return;
    await clock.rush(PAUSE_S);
  }
}

async function tell(actor: FaultCase, trouble: Trouble): Promise<void> {
  const { entry, stage } = actor;
  const isWrite = entry.kind === "write";
  const meant = isWrite ? entry.meant?.[trouble.name] : undefined;
  if (isWrite && trouble.name === "status:422" && entry.wrong !== undefined) {
    await expect(entry.wrong.input(stage)).toHaveAccessibleDescription(/Wrong\./);
    await expect(entry.wrong.input(stage)).toBeFocused();
    await expectSaid(actor, sayingOf(actor, trouble), 0);
    await expect(stage.page.getByRole("alert")).toHaveCount(0);
    await entry.kept?.(stage);
  } else if (meant !== undefined) {
    await expect(stage.page.getByText(filled(stage.t(meant)))).toBeVisible();
    await expect(stage.page.getByRole("alert")).toHaveCount(0);
  } else {
    await expectTold(actor, trouble);
  }
}

/** A write is sent once. A look is so many tries, and the next comes when it is allowed. */
async function expectNotTooOften(actor: FaultCase, trouble: Trouble): Promise<void> {
  if (actor.entry.kind === "write") return expectAsked(actor, 1);
  const arrived = await asked(actor);
  const looks = await looksOf(actor.stage.page, operations[actor.name]);
  expect(looks[0]?.tries, "how often it was tried").toBe(triesOf(actor, trouble));
  expect(arrived, "requests by the sandbox's count").toBeGreaterThan(0);
  // A read whose connection breaks is sent once more by the proxy.
  const each = trouble.name === "drop" ? 2 : 1;
  expect(arrived, "requests by the sandbox's count").toBeLessThanOrEqual(
    looks.reduce((sum, { tries }) => sum + tries * each, 0),
  );
  const [first, second] = looks;
  if (!isAskedToWait(trouble) || first === undefined || second === undefined) return;
  expect(second.start - first.end).toBeGreaterThanOrEqual(ASKED_WAIT_S * 1000);
}

/** Of a write of which nobody knows whether it was done, what it changes is read. */
async function looksAgain({ name, entry, office }: FaultCase, trouble: Trouble): Promise<void> {
  if (entry.kind === "read" || trouble.unclear !== true) return;
  const readAfter = async () => {
    const all = (await office.requests()).map(({ operation }) => operation);
    return all.slice(all.indexOf(label(operations[name])) + 1);
  };
  await expect.poll(readAfter, "what is read again").toContain(label(operations[entry.looks]));
}

async function goOn(actor: FaultCase, trouble: Trouble): Promise<void> {
  const { entry, stage } = actor;
  if (entry.kind === "read") {
    const retry = retryOf(actor, sayingOf(actor, trouble));
    // After the time that the provider asked for, most have gone on by themselves.
    if (!isAskedToWait(trouble) || (await retry.count()) > 0) await retry.click();
    await entry.works(stage);
    return;
  }
  if (entry.meant?.[trouble.name] !== undefined) await entry.fill(stage);
  await entry.button(stage).click();
  await expect(entry.done(stage)).toBeVisible();
  await expectAsked(actor, trouble.course === "away" ? 1 : 2);
}

/**
 * Our own server is out of reach: without a network, or behind a login that has ended. The frame
 * of the page tells it once for all; a read goes on by itself after it, a write does not.
 */
async function loseServer(actor: FaultCase, trouble: Trouble, clock: Clock): Promise<void> {
  const { entry, stage } = actor;
  const title = sayingOf(actor, trouble);
  if (entry.kind === "write") await shrink(actor, trouble);
  const restore = await (trouble.name === "login" ? endLogin(actor) : loseNetwork(actor));
  try {
    await attempt(actor);
    await expect(stage.page.getByText(frameWords(stage))).toBeAttached();
    if (entry.kind === "write") await expectTold(actor, trouble);
    else await expectSaid(actor, title, 1);
    await expectAsked(actor, 0);
  } finally {
    await restore();
  }
  await clock.rush(RETURN_S);
  await clock.settle();
  if (entry.kind === "write") {
    await expectAsked(actor, 0);
    return goOn(actor, trouble);
  }
  await entry.works(stage);
  await expectAsked(actor, 1);
}
