import type { OperationName } from "#api/operations.ts";
import type { TestLocale } from "../texts.ts";
import { type Trouble, TROUBLES } from "./cells.ts";
import { canMeet } from "./table.ts";

/** One cell of the grid, and the language in which it is met. */
export interface Sample {
  name: OperationName;
  trouble: Trouble;
  locale: TestLocale;
}

/** One of each kind of screen: where a failure stands, and what stays beside it, is alike in others. */
const READS = [
  "listSipAccounts",
  "listSipStatuses",
  "getSipAccount",
  "listScenarios",
  "listMedia",
  "getVoicemail",
  "listAllowedDirections",
  "listSmartNumbers",
  "listExternalStatuses",
  "listGroups",
] as const;
const WRITES = [
  "createSipAccount",
  "replaceScenario",
  "updateVoicemail",
  "activateScenario",
  "openDirections",
  "deleteSipAccount",
  "updateExternalNumber",
  "followExternalNumber",
  "deleteSmartNumber",
  "createScenario",
] as const;

/** Every kind of fault with a read or with a write that can meet it, in one language or the other. */
export const SAMPLES: readonly Sample[] = TROUBLES.filter(({ sampled }) => sampled).flatMap(
  (trouble, turn): Sample[] => {
    const names = [READS, WRITES].map((all) => all.filter((name) => canMeet(name, trouble)));
    const mine = names[turn % 2]?.length === 0 ? names[(turn + 1) % 2] : names[turn % 2];
    const name = mine?.[Math.floor(turn / 2) % mine.length];
    const locale: TestLocale = turn % 4 < 2 ? "ru-RU" : "en-US";
    return name === undefined ? [] : [{ name, trouble, locale }];
  },
);
