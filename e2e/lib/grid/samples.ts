import type { OperationName } from "#api/operations.ts";
import type { TestLocale } from "../texts.ts";
import { type FaultCondition, FAULT_CONDITIONS } from "./conditions.ts";
import { appliesTo } from "./entries.ts";

/** One cell of the fault grid, and the language to test it in. */
export interface Sample {
  name: OperationName;
  condition: FaultCondition;
  locale: TestLocale;
}

/** One operation of each kind of screen; the others report failures in the same way. */
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

/** Each condition with a read or a write that it applies to, in alternating languages. */
export const SAMPLES: readonly Sample[] = FAULT_CONDITIONS.filter(({ sampled }) => sampled).flatMap(
  (condition, index): Sample[] => {
    const names = [READS, WRITES].map((all) => all.filter((name) => appliesTo(name, condition)));
    const candidates = names[index % 2]?.length === 0 ? names[(index + 1) % 2] : names[index % 2];
    const name = candidates?.[Math.floor(index / 2) % candidates.length];
    const locale: TestLocale = index % 4 < 2 ? "ru-RU" : "en-US";
    return name === undefined ? [] : [{ name, condition, locale }];
  },
);
