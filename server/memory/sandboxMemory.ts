import type { Forwarding } from "#api/forwarding.ts";
import type { ScenarioValues } from "#api/remembered.ts";
import type { Account, Scenario } from "#sandbox/account.ts";
import type { Office } from "#sandbox/office.ts";
import { randomFrom } from "#sandbox/random.ts";
import type { Store } from "#server/store/store.ts";
import { type MemoryKey, remember } from "./memory.ts";

const DAY_MS = 24 * 60 * 60_000;
const ACTORS = ["anna", "boris"];

type Made = MemoryKey & { body: ScenarioValues | Forwarding };

/**
 * Remembers most scenarios of a sandbox office as they are, a few as they were before somebody
 * changed them elsewhere, and the forwarding of some external numbers. They were saved before the
 * journal's made-up past begins. The same seed makes the same memory. Throws `StoreError`.
 */
export async function fillSandboxMemory(store: Store, office: Office): Promise<void> {
  const random = randomFrom(office.seed);
  const accounts = [...office.accounts.values()].slice(0, 200);
  for (const { body, ...key } of [...accounts.flatMap(makeScenarios), ...makeForwarding(office)]) {
    const actor = ACTORS[random.int(0, ACTORS.length - 1)] ?? "";
    const at = office.now() - random.int(31, 120) * DAY_MS + random.int(0, 8 * 60) * 60_000;
    // oxlint-disable-next-line no-await-in-loop -- SQLite takes one at a time anyway
    await remember(store, key, { entry: 0, at, actor, body });
  }
}

/** Every fifth account's memory is of before a change, every other fifth has none. */
function makeScenarios(account: Account, index: number): Made[] {
  if (index % 5 === 4) return [];
  const isOutdated = index % 5 === 3;
  return account.scenarios.map((scenario) => {
    const body = toValues(scenario);
    return {
      kind: "scenario",
      parent: String(account.id),
      id: String(scenario.id),
      body: isOutdated ? { ...body, sip_timeout: body.sip_timeout === 30 ? 45 : 30 } : body,
    };
  });
}

function toValues({ name, rule, sipTimeout, phones, voicemail, mediaId }: Scenario) {
  const values: ScenarioValues = {
    name,
    sequence_rule: rule,
    sip_timeout: sipTimeout,
    phones,
    voicemail,
  };
  return mediaId === undefined ? values : { ...values, voicemail_media_id: mediaId };
}

function makeForwarding({ externalNumbers, accounts }: Office): Made[] {
  const [account] = accounts.keys();
  const bodies = [
    (target: Target): Forwarding => ({ ...target, type: "group", group_id: 9, cli_type: "Y" }),
    (target: Target): Forwarding => ({ ...target, type: "empty" }),
    (target: Target): Forwarding => ({
      ...target,
      type: "sip",
      sip_id: account ?? 25,
      cli_type: "N",
    }),
  ];
  return externalNumbers.flatMap(({ id, type }, index): Made[] => {
    const body = bodies[index];
    if (id === null || body === undefined) return [];
    const target = { number_type: type, number_id: id };
    return [{ kind: "forwarding", parent: type, id: String(id), body: body(target) }];
  });
}

type Target = Pick<Forwarding, "number_type" | "number_id">;
