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

/**
 * Every kind of fault with a read and with a write that can meet it, the one in Russian and the
 * other in English.
 */
export const SAMPLES: readonly Sample[] = TROUBLES.filter(({ sampled }) => sampled).flatMap(
  (trouble, turn) => {
    const locales: [TestLocale, TestLocale] =
      turn % 2 === 0 ? ["ru-RU", "en-US"] : ["en-US", "ru-RU"];
    return [READS, WRITES].flatMap((all, kind): Sample[] => {
      const names = all.filter((name) => canMeet(name, trouble));
      const name = names[turn % names.length];
      return name === undefined ? [] : [{ name, trouble, locale: locales[kind] ?? "en-US" }];
    });
  },
);
