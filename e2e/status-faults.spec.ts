import { expect, test } from "./fixtures.ts";
import { boardRow, expectRowCount, openBoard } from "./lib/board.ts";

const STATUSES = "GET /sip/statuses";
const VERA = "Вера Волкова";

/** The fault grid and StatusPage.test.tsx cover the other faults. */
test("with a hanging provider the board shows the data's age, Refresh works, and the timeout is reported", async ({
  page,
  office,
  clock,
  monitor,
}) => {
  monitor.expectFailedRequests();
  const main = page.getByRole("main");
  const notice = page.getByText(/^Not refreshed: /);
  await openBoard(page);
  await office.faults({ operation: STATUSES, fault: "hang" });
  await clock.runFor(20);
  await expect(main).toContainText("Updated 20 sec. ago");
  await expectRowCount(page, 24);
  await expect(boardRow(page, VERA)).toContainText("Online");
  await office.faults();
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(main).toContainText("Just updated");
  await expect(notice).toHaveCount(0);

  await office.faults({ operation: STATUSES, fault: "hang" });
  await clock.runFor(30);
  await expect(notice).toHaveText(
    /statuses: The provider did not answer in time\. You see the data from 12:00\sPM/,
  );
  await expect(main).toContainText(/Data from 12:00\sPM, \d\d sec. ago/);
  await expect(boardRow(page, VERA)).toContainText("Online");
  await office.faults();
  await clock.advance(45);
  await expect(notice).toHaveCount(0);
  await expect(main).not.toContainText("Data from");
});
