import { expect, it } from "vitest";
import { createOffice } from "./office.ts";
import { isOnline } from "./status.ts";

it("an account drops and comes back at the times of its steps", () => {
  let now = 1_000_000;
  const office = createOffice({ accounts: 1, seed: 1, live: false }, () => now);
  const [account] = office.accounts.values();
  if (account === undefined) throw new Error("no account");
  const simulated = isOnline(office, account);
  office.statuses = new Map([
    [
      account.id,
      [
        { at: now + 5000, online: !simulated },
        { at: now + 70_000, online: simulated },
      ],
    ],
  ]);
  const shown = [0, 5000, 69_999, 70_000].map((ms) => {
    now = 1_000_000 + ms;
    return isOnline(office, account);
  });
  expect(shown).toEqual([simulated, !simulated, !simulated, simulated]);
});
