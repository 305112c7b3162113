import * as alerts from "./alerts.ts";
import * as directions from "./directions.ts";
import * as externalNumbers from "./externalNumbers.ts";
import { followExternalNumber } from "./forwarding.ts";
import { createHandoverLink } from "./handover.ts";
import { listAvailability } from "./availability.ts";
import { listWatched, readHistory, readOnlineDay } from "./history.ts";
import { listJournal, listJournalActors } from "./journal.ts";
import * as login from "./login.ts";
import * as lookups from "./lookupLists.ts";
import type { Operation } from "./operation.ts";
import { listRememberedScenarios } from "./remembered.ts";
import { listRememberedForwarding } from "./rememberedForwarding.ts";
import * as sip from "./sip.ts";
import * as sipChanges from "./sipChanges.ts";
import * as sipScenarios from "./sipScenarios.ts";
import * as smartNumbers from "./smartNumbers.ts";
import * as switches from "./switches.ts";
import * as voicemail from "./voicemail.ts";

const { getSipAccount, listSipAccounts, listSipStatuses } = sip;
const { createSipAccount, deleteSipAccount, updateSipAccount } = sipChanges;
const { activateScenario, createScenario, deleteScenario } = sipScenarios;
const { listScenarios, replaceScenario } = sipScenarios;
const { createExternalNumber, deleteExternalNumber } = externalNumbers;
const { listExternalNumbers, listExternalStatuses, updateExternalNumber } = externalNumbers;
const { createSmartNumber, deleteSmartNumber, listSmartNumbers } = smartNumbers;
const { getVoicemail, updateVoicemail } = voicemail;
const { closeDirections, listAllowedDirections, listDirections, openDirections } = directions;
const { listCallQueues, listCallScenarios, listGroups, listMedia, listNumbers } = lookups;

/** The 26 documented operations, in the order of the documents, by name. */
export const documented = {
  listSipAccounts,
  listSipStatuses,
  getSipAccount,
  createSipAccount,
  updateSipAccount,
  deleteSipAccount,
  listScenarios,
  createScenario,
  replaceScenario,
  activateScenario,
  deleteScenario,
  listExternalNumbers,
  listExternalStatuses,
  createExternalNumber,
  updateExternalNumber,
  followExternalNumber,
  deleteExternalNumber,
  listSmartNumbers,
  createSmartNumber,
  deleteSmartNumber,
  getVoicemail,
  updateVoicemail,
  listAllowedDirections,
  openDirections,
  closeDirections,
  listDirections,
} as const;

/** The lookup lists that fill pickers. */
export const lookupLists = {
  listNumbers,
  listMedia,
  listGroups,
  listCallScenarios,
  listCallQueues,
} as const;

/**
 * Every operation that the proxy passes and the sandbox implements. Pages import the operation they
 * call from its group, so that a route loads only its own.
 */
export const operations = { ...documented, ...lookupLists } as const;
export type Operations = typeof operations;
export type OperationName = keyof Operations;

export const operationList: readonly Operation[] = Object.values(operations);

const { changePassword, confirmTotp, startTotp, stopTotp, verifySession } = login;
const { readLink, signIn, signInWithCode, signOut, startOidc, redeemLink } = login;
const { createUserLink, endUserSession, inviteUser, listUserSessions, listUsers, updateUser } =
  login;
const { endSession, listSessions, stopUserTotp } = login;

/** Signing in, and who may. */
export const loginOperations = {
  signIn,
  signInWithCode,
  readLink,
  redeemLink,
  startOidc,
  signOut,
  verifySession,
  changePassword,
  startTotp,
  confirmTotp,
  stopTotp,
  listSessions,
  endSession,
  listUsers,
  inviteUser,
  updateUser,
  createUserLink,
  stopUserTotp,
  listUserSessions,
  endUserSession,
} as const;

const { createAlertChannel, deleteAlertChannel, listAlertChannels } = alerts;
const { testAlertChannel, updateAlertChannel, listAlertDeliveries } = alerts;
const { createAlertRule, deleteAlertRule, listAlertRules, updateAlertRule, pauseAlerts } = alerts;

/** What is told to whom when phones go offline. */
export const alertOperations = {
  listAlertChannels,
  createAlertChannel,
  updateAlertChannel,
  deleteAlertChannel,
  testAlertChannel,
  listAlertRules,
  createAlertRule,
  updateAlertRule,
  deleteAlertRule,
  pauseAlerts,
  listAlertDeliveries,
} as const;

const { cancelSwitch, changeSwitch, createSwitch, dismissSwitch, listSwitches } = switches;

/** What is set until a moment. */
export const switchOperations = {
  listSwitches,
  createSwitch,
  changeSwitch,
  cancelSwitch,
  dismissSwitch,
} as const;

/** Pult's own operations: the server answers them itself, and none reaches the provider. */
export const ownOperations = {
  listJournal,
  listJournalActors,
  listRememberedScenarios,
  listRememberedForwarding,
  createHandoverLink,
  listAvailability,
  listWatched,
  readHistory,
  readOnlineDay,
  ...alertOperations,
  ...switchOperations,
  ...loginOperations,
} as const;
export type OwnOperations = typeof ownOperations;
export const ownOperationList: readonly Operation[] = Object.values(ownOperations);
