import type { ListedSipAccount, SipStatus } from "#api/sip.ts";

/** Generated accounts in the API's format. */
export function makeAccounts(count: number): ListedSipAccount[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: `Сотрудник ${(index * 7919) % count}`,
    number: 200 + index,
    finally_created: true,
    aon: index % 4 === 0 ? null : { id: 1, number: `7900${String(index).padStart(7, "0")}` },
    active_sip_scenario: {
      id: index + 1,
      name: "Рабочий день",
      endpoints: [
        { type: "sip", timeout: 20 },
        { type: "mob", timeout: 25 },
      ],
    },
  }));
}

export function makeStatuses(accounts: readonly ListedSipAccount[]): SipStatus[] {
  return accounts.map(({ id, name }) => ({ id, name, on_line: id % 5 !== 0 }));
}
