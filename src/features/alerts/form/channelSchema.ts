import type { Resolver } from "react-hook-form";
import * as z from "zod/mini";
import {
  ALERT_LANGUAGES,
  type AlertLanguage,
  CHANNEL_TYPES,
  type ChannelType,
  createAlertChannel,
  type ShownTarget,
  updateAlertChannel,
} from "#api/alerts.ts";
import { draftShape, typedText } from "#ui/form/draft/shape.ts";
import { requestResolver } from "#ui/form/resolver.ts";

/** What is typed, under the request's names. */
export interface ChannelValues {
  name: string;
  language: AlertLanguage;
  isOn: boolean;
  target: { type: ChannelType; to: string; chat: string; url: string };
  secret: string;
}

const target = z.object({
  type: z.enum(CHANNEL_TYPES),
  to: typedText,
  chat: typedText,
  url: typedText,
});

export const DRAFT = draftShape<ChannelValues>()(["secret"], {
  name: typedText,
  language: z.enum(ALERT_LANGUAGES),
  isOn: z.boolean(),
  target,
});

export const FIELDS = ["name", "target.to", "target.chat", "target.url", "secret"] as const;

/** Where a channel leads, as the form shows it. */
export function toTarget(shown: ShownTarget): ChannelValues["target"] {
  const empty = { to: "", chat: "", url: "" };
  if (shown.type === "email") return { ...empty, type: shown.type, to: shown.to.join(", ") };
  if (shown.type === "telegram") return { ...empty, type: shown.type, chat: shown.chat };
  return { ...empty, type: shown.type, url: shown.url };
}

function toRequest({ target: typed, secret, ...common }: ChannelValues) {
  const { type } = typed;
  if (type === "email") {
    const to = typed.to.split(/[\s,;]+/).filter((address) => address !== "");
    return { ...common, target: { type, to: to.length > 0 ? to : undefined } };
  }
  const place = type === "telegram" ? { chat: typed.chat.trim() } : { url: typed.url.trim() };
  return { ...common, target: { type, ...place, secret: secret.trim() } };
}

export const createResolver = nearFields(requestResolver(createAlertChannel.body, toRequest));

/** Without a secret the one that is set stays; one webhook's is not for another address. */
export function updateResolver(opened: ChannelValues["target"]) {
  const toChange = (values: ChannelValues) => {
    const request = toRequest(values);
    const isKept = values.secret.trim() === "" && values.target.url.trim() === opened.url;
    if (!isKept || request.target.type === "email") return request;
    const { secret: _none, ...place } = request.target as { secret: string };
    return { ...request, target: place };
  };
  return nearFields(requestResolver(updateAlertChannel.body, toChange));
}

/** The secret is a field of its own, which no draft keeps; and many addresses are one field. */
function nearFields<Body>(
  resolver: Resolver<ChannelValues, unknown, Body>,
): Resolver<ChannelValues, unknown, Body> {
  return async (...args) => {
    const result = await resolver(...args);
    const { secret, to, ...others } = Object(result.errors.target) as Record<string, unknown>;
    const [wrong = to] = Array.isArray(to) ? to.filter(Boolean) : [];
    const left = { ...others, ...(wrong === undefined ? {} : { to: wrong }) };
    const { target: _moved, ...errors } = result.errors;
    if (Object.keys(result.errors).length === 0) return result;
    return {
      values: {},
      errors: {
        ...errors,
        ...(Object.keys(left).length === 0 ? {} : { target: left }),
        ...(secret === undefined ? {} : { secret }),
      },
    } as typeof result;
  };
}

/** A secret that nobody guesses, in letters and digits. */
export function makeSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
