import type { Operation } from "#api/operation.ts";
import { operations } from "#api/operations.ts";
import type { Account, Scenario } from "#sandbox/account.ts";
import { toApiScenario } from "#sandbox/account.ts";
import type { Office } from "#sandbox/office.ts";
import type { WriteResult } from "./outcome.ts";
import type { Subject } from "./subject.ts";

const DAY_MS = 24 * 60 * 60_000;
const BATCH = "0c0de5a1-0001";

/** Who works in the sandbox's office; all are administrators. */
export const PEOPLE = ["anna", "boris"] as const;

/** One change of the made-up past. */
export interface PastChange {
  /** Milliseconds since 1970. */
  at: number;
  actor: (typeof PEOPLE)[number];
  operation: Operation;
  subject: Subject;
  /** Done by default. */
  result?: WriteResult;
  batch?: string;
  /** What a later change calls it by, to take it back. */
  key?: string;
  undoes?: string;
}

/** A few changes of each kind that chance would seldom make; they fit what the office is now. */
export function tellStory(office: Office): PastChange[] {
  const [first, second] = office.accounts.values();
  /** Before the office's working hours, so that nothing comes in between. */
  const at = (days: number, minute: number) =>
    new Date(office.now() - days * DAY_MS).setHours(8, minute, 0, 0);
  const ofAccounts = first === undefined ? [] : changesOf(first, second ?? first, at);
  return [...ofAccounts, ...changesOfCountries(office, at), ...changesOfForwarding(office, at)];
}

type At = (days: number, minute: number) => number;

function changesOf(first: Account, second: Account, at: At): PastChange[] {
  const role = { role: first.role };
  const mistake = { role: `${first.role} (склад)`.trim() };
  const update = operations.updateSipAccount;
  const renamed = (fields: object, before: object) =>
    ofAccount(first, { ...fields }, { ...before });
  return [
    ...[first, second].flatMap((account, index): PastChange[] => {
      const [scenario] = account.scenarios;
      if (scenario === undefined) return [];
      const before = { ...scenario, sipTimeout: scenario.sipTimeout === 30 ? 20 : 30 };
      const subject = ofAccount(account, toBody(scenario), {
        ...toApiScenario(account, before),
        ...toBody(before),
      });
      const operation = operations.replaceScenario;
      return [{ at: at(9, 40 + index), actor: "boris", operation, subject }];
    }),
    {
      at: at(6, 5),
      actor: "anna",
      operation: update,
      subject: renamed(mistake, role),
      key: "role",
    },
    {
      at: at(6, 7),
      actor: "anna",
      operation: update,
      subject: renamed(role, mistake),
      undoes: "role",
    },
    {
      at: at(4, 30),
      actor: "boris",
      operation: operations.getSipAccount,
      subject: ofAccount(second, { password: "***" }, null),
    },
  ];
}

function ofAccount(
  { id, number, name }: Account,
  fields: Subject["fields"],
  before: Subject["before"],
): Subject {
  return { kind: "sip", id: String(id), number: String(number), name, fields, before };
}

/** The request that saves a scenario as it is. */
function toBody({ name, rule, sipTimeout, phones, voicemail, mediaId }: Scenario) {
  return {
    name,
    sequence_rule: rule,
    sip_timeout: sipTimeout,
    phones,
    voicemail,
    ...(mediaId === undefined ? {} : { voicemail_media_id: mediaId }),
  };
}

const NOBODY = { id: null, number: null, name: null };

const ofCountries = (fields: Subject["fields"], openBefore: string[]): Subject => ({
  kind: "directions",
  ...NOBODY,
  fields,
  before: { open: [...new Set(openBefore)] },
});
const opening = (id: string) => ({ direction_ids: [Number(id)] });

/** A country was opened; later one was closed and another opened in one step. */
function changesOfCountries({ directions, openDirections: open }: Office, at: At): PastChange[] {
  const [one, other] = directions.filter(({ id }) => open.has(id));
  const closed = directions.find(({ id }) => !open.has(id));
  if (one === undefined || other === undefined || closed === undefined) return [];
  const now = directions.flatMap(({ id, code }) => (open.has(id) ? [String(code)] : []));
  const without = (...codes: number[]) => now.filter((code) => !codes.map(String).includes(code));
  const beforeBatch = without(other.code);
  return [
    {
      at: at(20, 12),
      actor: "anna",
      operation: operations.openDirections,
      subject: ofCountries(opening(one.id), [
        ...without(one.code, other.code),
        String(closed.code),
      ]),
    },
    {
      at: at(14, 20),
      actor: "boris",
      operation: operations.closeDirections,
      subject: ofCountries({ codes: [String(closed.code)] }, [...beforeBatch, String(closed.code)]),
      batch: BATCH,
    },
    {
      at: at(14, 20) + 1_000,
      actor: "boris",
      operation: operations.openDirections,
      subject: ofCountries(opening(other.id), beforeBatch),
      batch: BATCH,
    },
  ];
}

function changesOfForwarding({ externalNumbers, accounts }: Office, at: At): PastChange[] {
  const row = externalNumbers.find(({ id }) => id !== null);
  const [account] = accounts.values();
  if (row?.id === undefined || row.id === null || account === undefined) return [];
  const target = { number_type: row.type, number_id: row.id };
  const off = { ...target, type: "empty" };
  const toAccount = { ...target, type: "sip", sip_id: account.id, cli_type: "Y" };
  const subject = (fields: Subject["fields"], before: Subject["before"]): Subject => ({
    kind: "external",
    id: String(row.id),
    number: row.number,
    name: null,
    fields,
    before,
  });
  const operation = operations.followExternalNumber;
  return [
    { at: at(3, 50), actor: "boris", operation, subject: subject(off, null) },
    { at: at(2, 15), actor: "boris", operation, subject: subject(toAccount, off) },
  ];
}
