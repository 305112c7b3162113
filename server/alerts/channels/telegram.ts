import type { Network } from "#proxy/dispatcher.ts";
import { cutText } from "../texts.ts";
import { type Attempt, type Parcel, shortAnswer } from "./delivery.ts";
import { failureOf, post } from "./post.ts";

export interface TelegramTarget {
  chat: string;
  /** The bot's token. */
  secret: string;
}

/** Telegram takes no longer message. */
const LONGEST_TEXT = 4_096;

interface TelegramAnswer {
  ok?: unknown;
  description?: unknown;
  parameters?: { retry_after?: unknown };
}

/** Sends plain text: names come from the provider, and are no markup. */
export async function sendTelegram(
  { chat, secret }: TelegramTarget,
  { text }: Parcel,
  options: { baseUrl: string; network: Network; signal: AbortSignal; timeoutMs?: number },
): Promise<Attempt> {
  const { baseUrl, network, signal, timeoutMs } = options;
  const body = JSON.stringify({
    chat_id: chat,
    text: cutText(text, LONGEST_TEXT),
    link_preview_options: { is_disabled: true },
  });
  const url = `${baseUrl}/bot${secret}/sendMessage`;
  const limits = { signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  try {
    const posted = await post({ url, headers: {}, body }, network, limits);
    const { ok, description, parameters } = read(posted.text);
    const seconds = parameters?.retry_after;
    const retryAfterMs = typeof seconds === "number" ? seconds * 1000 : posted.retryAfterMs;
    const said = typeof description === "string" ? description : ok === true ? "ok" : posted.text;
    return {
      isDelivered: posted.status === 200 && ok === true,
      answer: shortAnswer(`HTTP ${posted.status} ${said}`, [secret]),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  } catch (error) {
    return { isDelivered: false, answer: failureOf(error) };
  }
}

function read(text: string): TelegramAnswer {
  try {
    return Object(JSON.parse(text)) as TelegramAnswer;
  } catch {
    // The answer to a delivered message repeats it, and may be cut.
    return text.startsWith('{"ok":true') ? { ok: true } : {};
  }
}
