import { createHmac } from "node:crypto";
import type { Network } from "#proxy/dispatcher.ts";
import { type Attempt, type Parcel, shortAnswer } from "./delivery.ts";
import { failureOf, post } from "./post.ts";

export interface WebhookTarget {
  url: string;
  secret: string;
}

/**
 * What `X-Pult-Signature` says: the moment of sending in seconds, and the HMAC-SHA256 of
 * `moment.body` with the webhook's secret. The other side refuses what is too old or signed wrong.
 */
export function sign(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${signature}`;
}

/** Any status from 200 to 299 says that it has arrived. */
export async function sendWebhook(
  { url, secret }: WebhookTarget,
  { id, json }: Parcel,
  { network, signal, timeoutMs }: { network: Network; signal: AbortSignal; timeoutMs?: number },
): Promise<Attempt> {
  const headers = { "x-pult-event": id, "x-pult-signature": sign(secret, json, Date.now()) };
  const limits = { signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  try {
    const { status, text, retryAfterMs } = await post(
      { url, headers, body: json },
      network,
      limits,
    );
    return {
      isDelivered: status >= 200 && status < 300,
      answer: shortAnswer(`HTTP ${status} ${text}`, [secret]),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  } catch (error) {
    return { isDelivered: false, answer: failureOf(error) };
  }
}
