import { expect, type Locator } from "@playwright/test";
import type { Clock } from "../clock.ts";
import { filled, type TextKey } from "../texts.ts";
import { type FaultCase, asked, expectAsked } from "./cell.ts";
import type { Pages } from "./entry.ts";

/** Accounts that two pages of a list hold. */
export const MANY = 150;
/** Seconds; together more than a minute. */
const MOST_OF_A_MINUTE_S = 50;
const REST_OF_IT_S = 15;

const ODD = { rows: "odd.title", choices: "list.oddChoices" } as const;
const AGAIN = { rows: "ui.retry", choices: "list.again" } as const;

/** It works as if nothing had happened. */
export async function goUnnoticed(actor: FaultCase): Promise<void> {
  const { entry, stage } = actor;
  if (entry.kind === "write") await expect(entry.done(stage)).toBeVisible();
  else await entry.works(stage);
  await expectCalm(actor);
  await expectAsked(actor, 1);
}

/** A row that can't be read is told once, and the others are there as usual. */
export async function showOdd(actor: FaultCase): Promise<void> {
  const { entry, stage } = actor;
  if (entry.kind !== "read") return;
  await entry.works(stage);
  if (typeof entry.odd === "string") await expect(said(actor, ODD[entry.odd])).toHaveCount(1);
  await expectCalm(actor);
  await expectAsked(actor, 1);
}

/** A list of which only a part came says so, and reads the rest when it is told to. */
export async function showCut(actor: FaultCase): Promise<void> {
  const { entry, stage } = actor;
  if (entry.kind !== "read") return;
  const { cut } = pagesOf(actor);
  await entry.works(stage);
  await expectCalm(actor);
  await actor.office.faults();
  if (typeof cut !== "string") return;
  await expect(said(actor, "list.cut")).toHaveCount(1);
  // An open list of choices may cover it.
  await stage.page.getByRole("button", { name: stage.t(AGAIN[cut]), exact: true }).press("Enter");
  await expect(said(actor, "list.cut")).toHaveCount(0);
  await entry.works(stage);
}

/** After its first page a list waits as long as it is asked to, and goes on with the next one. */
export async function goAtItsPace(actor: FaultCase, clock: Clock): Promise<void> {
  const { entry, stage } = actor;
  if (entry.kind !== "read") return;
  const isTold = typeof pagesOf(actor).cut === "string";
  await expect.poll(() => asked(actor)).toBe(2);
  if (isTold) await expect(paced(actor)).not.toHaveCount(0);
  await entry.works(stage);
  await clock.rush(MOST_OF_A_MINUTE_S);
  await expectAsked(actor, 2);
  await expectCalm(actor);
  // The provider's minute is over; its clock is not the page's.
  await actor.office.faults();
  await clock.rush(REST_OF_IT_S);
  await clock.settle();
  await expect.poll(() => asked(actor)).toBe(3);
  await expect(paced(actor)).toHaveCount(0);
  await entry.works(stage);
}

async function expectCalm({ stage }: FaultCase): Promise<void> {
  await expect(stage.page.getByRole("alert")).toHaveCount(0);
}

function said({ stage }: FaultCase, key: TextKey): Locator {
  const text = stage.t(key);
  const one = / one \{([^}]*)\}/.exec(text)?.[1]?.replace("#", "1");
  return stage.page.getByText(filled(one ?? text));
}

/** What says how long the rest takes, as far as its numbers. */
function paced({ stage }: FaultCase): Locator {
  return stage.page.getByText(filled(stage.t("list.paced").split("{unit")[0] ?? ""));
}

function pagesOf({ name, entry }: FaultCase): Pages {
  const pages = entry.kind === "read" ? entry.pages : undefined;
  if (pages === undefined) throw new Error(`${name} has no pages`);
  return pages;
}
