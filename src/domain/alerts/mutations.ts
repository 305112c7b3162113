import {
  createAlertChannel,
  createAlertRule,
  deleteAlertChannel,
  deleteAlertRule,
  listAlertChannels,
  listAlertDeliveries,
  listAlertRules,
  pauseAlerts,
  updateAlertChannel,
  updateAlertRule,
} from "#api/alerts.ts";
import { useApiMutation } from "#common/useApiMutation.ts";

/** The rules name the channels, and what waited for a channel may be dropped with it. */
const CHANNELS = [listAlertChannels, listAlertRules, listAlertDeliveries] as const;
const RULES = [listAlertRules] as const;

export const useCreateChannel = () =>
  useApiMutation(createAlertChannel, { invalidates: () => CHANNELS });

export const useUpdateChannel = () =>
  useApiMutation(updateAlertChannel, { invalidates: () => CHANNELS });

export const useDeleteChannel = () =>
  useApiMutation(deleteAlertChannel, { invalidates: () => CHANNELS });

export const useCreateRule = () => useApiMutation(createAlertRule, { invalidates: () => RULES });

export const useUpdateRule = () => useApiMutation(updateAlertRule, { invalidates: () => RULES });

export const useDeleteRule = () => useApiMutation(deleteAlertRule, { invalidates: () => RULES });

export const usePauseAlerts = () => useApiMutation(pauseAlerts, { invalidates: () => RULES });
