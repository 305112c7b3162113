import type { AlertLanguage, ChannelTarget } from "#api/alerts.ts";
import type { Network } from "#proxy/dispatcher.ts";
import type { AlertMessage } from "../message.ts";
import { writeText } from "../texts.ts";
import type { Attempt } from "./delivery.ts";
import { sendEmail, type SmtpSettings } from "./email.ts";
import { sendTelegram } from "./telegram.ts";
import { sendWebhook } from "./webhook.ts";

/** What the server's settings say about alerts. */
export interface AlertSettings {
  /** Undefined where no mail server is named. */
  smtp: SmtpSettings | undefined;
  /** Base address of Telegram's API, without a trailing slash. */
  telegramUrl: string;
  /** Pult's address in a browser, for links. */
  publicUrl: string | undefined;
}

export interface Recipient {
  language: AlertLanguage;
  target: ChannelTarget;
}

/** Sends a message once. Never throws: what went wrong is in the answer. */
export type Send = (
  recipient: Recipient,
  message: AlertMessage,
  options: { zone: string; signal: AbortSignal },
) => Promise<Attempt>;

interface SendOptions {
  settings: AlertSettings;
  network: Network;
  /** Milliseconds for one attempt. */
  timeoutMs?: number;
}

export function createSend({ settings, network, timeoutMs }: SendOptions): Send {
  const { smtp, telegramUrl: baseUrl } = settings;
  return async ({ language, target }, message, { zone, signal }) => {
    const { subject, body: text } = writeText(message, language, zone);
    const json = JSON.stringify({ ...message, text });
    const parcel = { id: message.id, at: message.at, subject, text, json };
    const limits = { signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
    if (target.type === "webhook") return sendWebhook(target, parcel, { network, ...limits });
    if (target.type === "telegram") {
      return sendTelegram(target, parcel, { baseUrl, network, ...limits });
    }
    if (smtp === undefined) return { isDelivered: false, answer: "SMTP_URL is not set" };
    return sendEmail(target.to, parcel, { smtp, ...limits });
  };
}
