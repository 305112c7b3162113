import type { Account, Scenario } from "../account.ts";
import { type Random, randomFrom } from "../random.ts";
import { DEPARTMENTS, PLACES, personName } from "./names.ts";

export const FIRST_ACCOUNT_ID = 25;
export const FIRST_SCENARIO_ID = 40;
const FIRST_EXTENSION = 200;
/** Up to this many accounts the extensions have gaps, as in an office where people come and go. */
const GAPS_UP_TO = 1000;
/** Index of the account that is still being created when the office starts. */
const UNFINISHED = 6;
const SERVER = "104563.voice.plusofon.example";
const LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** What the platform assigns to an account: credentials and its internal id. */
export function credentials(random: Random) {
  return {
    kazooId: random.text(32, "0123456789abcdef"),
    login: `212${random.text(11, "0123456789")}`,
    password: random.text(8, LETTERS),
    server: SERVER,
  };
}

/** Generates the accounts of an office; `startedAt` is when it starts, `aonIds` its caller IDs. */
export function makeAccounts(
  count: number,
  seed: number,
  startedAt: number,
  aonIds: readonly number[],
): Account[] {
  const random = randomFrom(seed);
  const firstPerson = random.int(0, 700);
  const accounts: Account[] = [];
  let number = FIRST_EXTENSION;
  let scenarioId = FIRST_SCENARIO_ID;
  for (let index = 0; index < count; index++) {
    const [name, role] = PLACES[index] ?? person(random, index - PLACES.length, firstPerson);
    const scenarios = makeScenarios(random, index, scenarioId);
    scenarioId += scenarios.length;
    accounts.push({
      id: FIRST_ACCOUNT_ID + index,
      name,
      role,
      number,
      ...credentials(random),
      aonId: index % 4 === 3 ? null : (aonIds[random.int(0, aonIds.length - 1)] ?? null),
      scenarios,
      activeId: scenarios[random.chance(0.8) ? 0 : scenarios.length - 1]?.id ?? null,
      creationStartedAt: index === UNFINISHED ? startedAt : null,
    });
    number += count <= GAPS_UP_TO && random.chance(0.2) ? random.int(2, 6) : 1;
  }
  return accounts;
}

function person(random: Random, index: number, start: number): [string, string] {
  const department = DEPARTMENTS[random.int(0, DEPARTMENTS.length - 1)] ?? "";
  return [personName(index, start), random.chance(0.1) ? "" : department];
}

/** Most accounts have one scenario, some have two or three. */
function makeScenarios(random: Random, index: number, firstId: number): Scenario[] {
  const plain: Scenario = {
    id: firstId,
    name: "SIP",
    rule: "single",
    sipTimeout: random.int(4, 10) * 5,
    phones: [],
    voicemail: false,
    mediaId: undefined,
  };
  if (index % 3 !== 0) return [plain];
  const forwarding: Scenario = {
    ...plain,
    id: firstId + 1,
    name: "Переадресация",
    sipTimeout: 20,
    phones: Array.from({ length: random.int(1, 3) }, () => ({
      number: `7900000${random.text(4, "0123456789")}`,
      timeout: random.int(3, 8) * 5,
    })),
  };
  if (index % 6 !== 0) return [plain, forwarding];
  const evening: Scenario = {
    ...forwarding,
    id: firstId + 2,
    name: "Вечер и выходные",
    rule: "simultaneous",
    sipTimeout: 10,
    voicemail: true,
    mediaId: 57,
  };
  return [plain, forwarding, evening];
}
