import { beforeEach, expect, it } from "vitest";
import type { JournalEntry } from "#api/journal.ts";
import { i18n } from "#i18n/messages.ts";
import { loadTexts, text } from "#i18n/texts.ts";
import { actionText, actorText, differences } from "./describe.ts";

beforeEach(async () => {
  i18n.load("en", {});
  i18n.activate("en");
  await loadTexts("common/journal");
});

const entry = (fields: Record<string, unknown>): JournalEntry => ({
  id: 1,
  at: "2026-01-15T12:00:00.000Z",
  actor: "anna",
  operation: "POST /alerts/rules",
  object: { kind: "alert", id: "r1", number: null, name: "All" },
  fields,
  before: null,
  outcome: "done",
  message: null,
  batch: null,
  undoes: null,
  undoneBy: null,
});
const words = (fields: Record<string, unknown>) =>
  differences(entry(fields), text).map(({ field, to }) => `${field}: ${to}`);

it("an alert rule is told in words, field by field", () => {
  const rule = {
    condition: { type: "many", kind: "sip", ids: [], atLeast: 12 },
    looksDown: 2,
    looksUp: 1,
    tellsEnd: true,
    groupSeconds: 30,
    hours: [{ days: [1, 2], from: "09:00", to: "18:00" }],
    zone: "Europe/Moscow",
    pausedUntil: null,
    channels: ["Anna", "Hook"],
    isOn: false,
  };
  expect(words(rule)).toEqual([
    "What to report: at least 12 offline at once · all SIP accounts",
    "Checks until it counts as offline: 2",
    "Checks until it counts as online: 1",
    "Reports the end: yes",
    "Gathers, seconds: 30",
    "When: Mon, Tue 09:00–18:00",
    "Time zone: Europe/Moscow",
    "Sent to: Anna, Hook",
    "On: no",
  ]);
  const unreadable = { condition: { type: "unreadable", minutes: 5 } };
  expect(words(unreadable)).toEqual(["What to report: the provider does not answer for 5 min"]);
});

it("an alert channel is told in words, field by field", () => {
  const channel = { language: "ru", kind: "telegram", chat: "-100", secret: "***" };
  expect(words(channel)).toEqual([
    "Language: Russian",
    "How to send: Telegram",
    "Chat: -100",
    "Secret: ***",
  ]);
  expect(words({ kind: "email", to: ["anna@office.example"], url: "https://x.example" })).toEqual([
    "How to send: e-mail",
    "Addresses: anna@office.example",
    "Address: https://x.example",
  ]);
});

it("a one-time link is told in words: who has made it, and who has opened it", () => {
  const link = entry({ transport: "tls", port: 5061, opener: "device", madeBy: "anonymous" });
  const object = { ...link.object, kind: "sip" as const };
  const opened = { ...link, object, actor: "handover link", operation: "OPEN /handover-links" };
  expect(actorText(opened.actor, text)).toBe("One-time link");
  expect(actionText(opened, text)).toBe("Opened a one-time link for");
  expect(actionText({ ...opened, operation: "POST /handover-links" }, text)).toBe(
    "Made a one-time link for",
  );
  expect(differences(opened, text).map(({ field, to }) => `${field}: ${to}`)).toEqual([
    "Transport: TLS",
    "Port: 5061",
    "Opened by: a phone",
    "Made by: nobody signed in",
  ]);
});
