import { expect, test } from "./fixtures.ts";
import { boardRow, expectShown, openBoard } from "./lib/board.ts";

const STATUSES = "GET /sip/statuses";
const VERA = "Вера Волкова";

/** The other faults are told as any (the fault grid) and leave the rows (StatusPage.test.tsx). */
test("a provider that hangs: the age grows, Refresh does not wait, and in the end it is said", async ({
  page,
  office,
  clock,
  watched,
}) => {
  watched.expectFailedRequests();
  const main = page.getByRole("main");
  const notice = page.getByText(/^Could not be refreshed: /);
  await openBoard(page);
  await office.faults({ operation: STATUSES, fault: "hang" });
  await clock.rush(20);
  await expect(main).toContainText("Updated 20 sec. ago");
  await expectShown(page, 24);
  await expect(boardRow(page, VERA)).toContainText("Online");
  await office.faults();
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(main).toContainText("Just updated");
  await expect(notice).toHaveCount(0);

  await office.faults({ operation: STATUSES, fault: "hang" });
  await clock.rush(30);
  await expect(notice).toHaveText(
    /statuses: The provider did not answer in time\. Shown is the data of 12:00\sPM/,
  );
  await expect(main).toContainText(/Data of 12:00\sPM, \d\d sec. ago/);
  await expect(boardRow(page, VERA)).toContainText("Online");
  await office.faults();
  await clock.pass(45);
  await expect(notice).toHaveCount(0);
  await expect(main).not.toContainText("Data of");
});
