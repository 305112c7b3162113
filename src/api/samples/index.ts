import type { OperationName, Operations } from "../operations.ts";
import {
  closeDirectionsSample,
  listAllowedDirectionsSample,
  listDirectionsSample,
  openDirectionsSample,
} from "./directions.ts";
import {
  createExternalNumberSample,
  deleteExternalNumberSample,
  followExternalNumberSample,
  listExternalNumbersSample,
  listExternalStatusesSample,
  updateExternalNumberSample,
} from "./externalNumbers.ts";
import type { AnySample, Sample } from "./helpers.ts";
import {
  listCallQueuesSample,
  listCallScenariosSample,
  listGroupsSample,
  listMediaSample,
  listNumbersSample,
} from "./lookupLists.ts";
import {
  createSipAccountSample,
  deleteSipAccountSample,
  getSipAccountSample,
  listSipAccountsSample,
  listSipStatusesSample,
  updateSipAccountSample,
} from "./sip.ts";
import {
  activateScenarioSample,
  createScenarioSample,
  deleteScenarioSample,
  listScenariosSample,
  replaceScenarioSample,
} from "./sipScenarios.ts";
import {
  createSmartNumberSample,
  deleteSmartNumberSample,
  listSmartNumbersSample,
} from "./smartNumbers.ts";
import { getVoicemailSample, updateVoicemailSample } from "./voicemail.ts";

/** One sample for every operation, by its name. */
export const samples = {
  listSipAccounts: listSipAccountsSample,
  listSipStatuses: listSipStatusesSample,
  getSipAccount: getSipAccountSample,
  createSipAccount: createSipAccountSample,
  updateSipAccount: updateSipAccountSample,
  deleteSipAccount: deleteSipAccountSample,
  listScenarios: listScenariosSample,
  createScenario: createScenarioSample,
  replaceScenario: replaceScenarioSample,
  activateScenario: activateScenarioSample,
  deleteScenario: deleteScenarioSample,
  listExternalNumbers: listExternalNumbersSample,
  listExternalStatuses: listExternalStatusesSample,
  createExternalNumber: createExternalNumberSample,
  updateExternalNumber: updateExternalNumberSample,
  followExternalNumber: followExternalNumberSample,
  deleteExternalNumber: deleteExternalNumberSample,
  listSmartNumbers: listSmartNumbersSample,
  createSmartNumber: createSmartNumberSample,
  deleteSmartNumber: deleteSmartNumberSample,
  getVoicemail: getVoicemailSample,
  updateVoicemail: updateVoicemailSample,
  listAllowedDirections: listAllowedDirectionsSample,
  openDirections: openDirectionsSample,
  closeDirections: closeDirectionsSample,
  listDirections: listDirectionsSample,
  listNumbers: listNumbersSample,
  listMedia: listMediaSample,
  listGroups: listGroupsSample,
  listCallScenarios: listCallScenariosSample,
  listCallQueues: listCallQueuesSample,
} satisfies { [Name in OperationName]: Sample<Operations[Name]> };

export const sampleList: readonly AnySample[] = Object.values(samples);
