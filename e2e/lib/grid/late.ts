import { expect } from "@playwright/test";
import type { Clock } from "../clock.ts";
import { type FaultCase, asked, expectAsked, expectSaid, noticeOf, sayingOf } from "./cell.ts";
import { rows } from "../screen.ts";
import type { Trouble } from "./cells.ts";
import { ELSEWHERE, goElsewhere, question } from "./hold.ts";
import { attempt, fault, open, PATIENCE_S } from "./runFaultCase.ts";

/** A failure of a write that comes when the person has left on purpose is told where they are. */
export async function failLate(actor: FaultCase, trouble: Trouble, clock: Clock): Promise<void> {
  const { entry, stage } = actor;
  await open(actor);
  await fault(actor, trouble);
  await attempt(actor);
  await expect.poll(() => asked(actor)).toBe(1);
  await goElsewhere(stage);
  if (entry.kind === "write" && entry.leaves !== true) {
    await question(stage)
      .getByRole("button", { name: stage.t("unsaved.savingLeave"), exact: true })
      .click();
  }
  await expect(stage.page).toHaveURL(ELSEWHERE);
  await expect(stage.page.getByRole("dialog")).toHaveCount(0);
  // What is read there shall not hang with it.
  await expect(rows(stage.page).first()).toContainText(stage.t("status.offline"));
  await clock.rush(PATIENCE_S);
  const title = sayingOf(actor, trouble);
  await expect(noticeOf(stage, title)).toBeVisible();
  await expectSaid(actor, title, 1);
  await expectAsked(actor, 1);
  // It stays until it is closed, over what comes next.
  const told = noticeOf(stage, title);
  // Of several toasts that one is the newest, and last.
  await told
    .getByRole("button", { name: stage.t("ui.close"), exact: true })
    .last()
    .click();
  await expect(told).toHaveCount(0);
}
