import type { WatchedKind } from "#api/history.ts";
import type { Network } from "#proxy/dispatcher.ts";
import type { Log } from "#proxy/log.ts";
import type { Store } from "#server/store/store.ts";
import { type AlertSettings, createSend, type Send } from "./channels/send.ts";
import { evaluateRules } from "./evaluateRules.ts";
import type { Follower } from "#server/watch/watch.ts";
import { createOutbox } from "./outbox.ts";

/** What Pult's own operations need of alerts. */
export interface AlertSender {
  send: Send;
  /** Whether the settings name a mail server. */
  canMail: boolean;
  publicUrl: string | undefined;
}

export function createAlertSender(settings: AlertSettings, network: Network): AlertSender {
  const { smtp, publicUrl } = settings;
  return { send: createSend({ settings, network }), canMail: smtp !== undefined, publicUrl };
}

/** Of a server that tells nobody. */
export const NO_ALERTS: AlertSender = {
  send: async () => ({ isDelivered: false, answer: "" }),
  canMail: false,
  publicUrl: undefined,
};

/** Evaluates the rules after a look, and sends what is due. */
export interface Alerts extends Follower {
  /** Ends once nothing is being sent. */
  idle: () => Promise<void>;
}

interface AlertOptions {
  store: Store;
  sender: AlertSender;
  log: Log;
  now?: () => number;
}

const PRUNE_MS = 60 * 60_000;

/** Tells those who are to be told of what the watch of a store has seen. */
export function createAlerts({ store, sender, log, now = Date.now }: AlertOptions): Alerts {
  const { send, publicUrl } = sender;
  const outbox = createOutbox({ store, send, log, now });
  let prunedAt = now();
  return {
    onRound: async ({ holder, hasLooked, labelOf }) => {
      if (hasLooked) {
        const label = (kind: WatchedKind, id: number) =>
          labelOf(kind, id) ?? { number: null, name: `#${id}` };
        await evaluateRules(store, { holder, now: now(), labelOf: label, publicUrl });
      }
      await outbox.deliver(holder);
      if (now() - prunedAt < PRUNE_MS) return;
      prunedAt = now();
      await outbox.prune();
    },
    idle: outbox.idle,
    stop: outbox.stop,
  };
}
