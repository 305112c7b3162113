import { expect, type Locator } from "@playwright/test";
import type { OperationName } from "#api/operations.ts";
import { label } from "#api/operation.ts";
import { operations } from "#api/operations.ts";
import type { Office } from "../office.ts";
import { filled } from "../texts.ts";
import type { Trouble } from "./cells.ts";
import type { Reading, Stage, Writing } from "./entry.ts";

/** What only a programmer says. */
const RAW =
  /\b(Type|Syntax|Range|Zod|Api)Error\b|\bundefined\b|\bNaN\b|\[object |Unexpected token|<\/?html|invalid_type|\bat \w+ \(|nginx/;

/** One operation, its screen and an office of its own. */
export interface FaultCase {
  name: OperationName;
  entry: Reading | Writing;
  stage: Stage;
  office: Office;
}

export const titleOf = ({ name }: FaultCase): string => label(operations[name]);

/** How often the operation reached the sandbox since its office was reset. */
export async function asked({ name, office }: FaultCase): Promise<number> {
  return (await office.requests(label(operations[name]))).length;
}

export async function expectAsked(actor: FaultCase, times: number): Promise<void> {
  expect(await asked(actor), "requests by the sandbox's count").toBe(times);
}

/** Goes to an address as a link does. */
export async function go({ page }: Stage, to: string): Promise<void> {
  await page.evaluate((address) => {
    const { idx = 0 } = (history.state ?? {}) as { idx?: number };
    const state = { idx: idx + 1 };
    history.pushState(state, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state }));
  }, to);
}

/** The same, while what was begun is given up without a question; a form keeps its draft. */
export async function navigateAway({ page }: Stage, to: string): Promise<void> {
  await page.evaluate((address) => {
    // Nobody can be held back from a place whose place among the others is not known.
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
    history.replaceState({ idx: 0 }, "");
  }, to);
}

/** The title of a trouble in the language of the page. */
export function sayingOf({ entry, stage }: FaultCase, trouble: Trouble): string {
  const { name, says, writeSays = says } = trouble;
  const key = entry.says?.[name] ?? (entry.kind === "write" ? writeSays : says);
  return key === undefined ? "" : stage.t(key);
}

/** Where a failure stands: the one notice that has its title. */
export function placeOf(actor: FaultCase, title: string): Locator {
  const { entry, stage } = actor;
  if (entry.place !== undefined) return entry.place(stage).filter({ hasText: title });
  return noticeOf(stage, title);
}

export function noticeOf(stage: Stage, title: string): Locator {
  return stage.page
    .locator("[role=alert], [role=status]")
    .filter({ hasText: title, hasNotText: frameWords(stage) });
}

/** What the frame of the page says while our own server can't be reached. */
export function frameWords({ t }: Stage): RegExp {
  const all = (["app.offline", "app.offlineNoData", "app.login"] as const).map((key) => t(key));
  return new RegExp(all.map((words) => filled(words).source.replace(".*", ".{0,40}?")).join("|"));
}

export function retryOf(actor: FaultCase, title: string): Locator {
  const { entry, stage } = actor;
  const key = (entry.kind === "read" ? entry.retry : undefined) ?? "ui.retry";
  return placeOf(actor, title).getByRole("button", { name: stage.t(key), exact: true });
}

/**
 * Holds that the page is no white one, shows nothing of a programmer's, says a title so many
 * times and has at most one alert.
 */
export async function expectSaid(
  { entry, stage }: FaultCase,
  title: string,
  times: number,
): Promise<void> {
  const { page, t } = stage;
  const { text, frame, alerts } = await page.evaluate(
    (nav) => ({
      text: document.body.innerText.replaceAll("\u00a0", " "),
      frame: document.querySelector(`nav[aria-label="${nav}"]`) !== null,
      alerts: document.querySelectorAll("[role=alert]").length,
    }),
    t("app.nav"),
  );
  expect(frame, "the frame of the page").toBe(true);
  expect(text).not.toMatch(RAW);
  // Of a write its form says what became of it; the frame, how old all that is on screen is.
  const rest = entry.kind === "write" ? text.replace(frameWords(stage), "") : text;
  const said = title === "" ? 0 : rest.split(title.replaceAll("\u00a0", " ")).length - 1;
  expect(said, `how often “${title}” stands in: ${text}`).toBe(times);
  expect(alerts).toBeLessThanOrEqual(1);
}

/** Holds that a failure is told once, in its place, with what can be done about it. */
export async function expectTold(actor: FaultCase, trouble: Trouble): Promise<void> {
  const { entry, stage } = actor;
  const title = sayingOf(actor, trouble);
  const place = placeOf(actor, title);
  const offer = entry.kind === "read" ? retryOf(actor, title) : entry.button(stage);
  await expect(place).toBeVisible();
  if (entry.kind === "write") await expect(place).toBeInViewport({ ratio: 0.9 });
  await expect(offer).toBeEnabled();
  await expectSaid(actor, title, 1);
  for (const words of wordsOf(actor, trouble)) await expect(place).toContainText(words);
  await entry.kept?.(stage);
}

/** Whether the provider says how long it wants to be left alone. */
export const isAskedToWait = ({ fault }: Trouble): boolean => fault?.retryAfter !== undefined;

/** What is said besides the title, where there is room for it. */
function* wordsOf(
  { entry, stage: { t } }: FaultCase,
  trouble: Trouble,
): Generator<string | RegExp> {
  const { name, quote } = trouble;
  if (name === "status:401") yield "PLUSOFON_TOKEN";
  const away =
    entry.kind === "write" && (name === "offline" || name === "login")
      ? entry.away?.[name]
      : undefined;
  if (away !== undefined) {
    yield filled(t(away));
    return;
  }
  if (entry.short === true) return;
  if (quote !== undefined && entry.says?.[name] === undefined) yield quote;
  if (entry.kind === "write" && trouble.unclear === true)
    yield t(entry.unsure ?? "error.writeUnsure");
  if (name === "login") yield t("error.loginText");
  if (isAskedToWait(trouble)) yield "60";
}
