import { compileMessage } from "@lingui/message-utils/compileMessage";
import { setupI18n } from "@lingui/core";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { ApiError, type ApiErrorDetails, type ApiErrorKind } from "#api/errors.ts";
import { NETWORK_REASONS, STORE_PROBLEMS } from "#api/proxyProblem.ts";
import type { Text } from "#i18n/texts.ts";
import { adviceText, errorText, reasonText } from "./errorText.ts";
import { fieldReason } from "./fieldReason.ts";
import en from "./locales/en.json";
import ru from "./locales/ru.json";

/** The build has compiled the catalogs already; a plain text is a message too. */
function loadText(locale: "en" | "ru"): Text {
  const i18n = setupI18n({ locale, messages: { [locale]: locale === "en" ? en : ru } });
  i18n.setMessagesCompiler(compileMessage);
  return (key, values) => i18n._(key, values);
}

const KINDS: Record<ApiErrorKind, Partial<ApiErrorDetails>[]> = {
  offline: [{}],
  timeout: [{}],
  refused: [
    { refusedReason: "token" },
    { refusedReason: "rights" },
    { refusedReason: "noAccess" },
    { refusedReason: "login" },
    { refusedReason: "address" },
  ],
  notFound: [{}],
  invalid: [{}],
  tooManyRequests: [{}, { retryAfter: 0 }, { retryAfter: 21 }],
  unconfirmed: [{}],
  store: STORE_PROBLEMS.map((store) => ({ store })),
  provider: [{}, ...NETWORK_REASONS.map((network) => ({ network }))],
  unintelligible: [{}, { responsePath: "data.3.number" }],
};
const errors = Object.entries(KINDS).flatMap(([kind, all]) =>
  all.map((details) => ({ kind: kind as ApiErrorKind, details })),
);
const made = (kind: ApiErrorKind, details: Partial<ApiErrorDetails> = {}) =>
  new ApiError(kind, { operation: "GET /sip", providerMessage: "SQLSTATE[42S02]", ...details });

beforeEach(() => void vi.stubGlobal("location", { host: "pult.example.ru:8443" }));

describe.each(["ru", "en"] as const)("errors in %s", (locale) => {
  const t = loadText(locale);

  it.each(errors)("$kind $details has a title and a sentence", ({ kind, details }) => {
    const { title, text } = errorText(made(kind, details), t);
    expect(title.length).toBeGreaterThan(5);
    expect(text.length).toBeGreaterThan(20);
    // No untranslated key, no unfilled value, nothing of the exception itself.
    expect(`${title} ${text}`).not.toMatch(/error\.\w|\{|\}|undefined|ApiError|SQLSTATE/);
    expect(/[а-яё]/i.test(title)).toBe(locale === "ru");
    expect(title).not.toMatch(/[.!]$/);
  });

  it("shows no details of an error that is not the API's", () => {
    const parse = z.safeParse(z.object({ name: z.string() }), {}).error;
    for (const error of [
      new TypeError("x is not a function"),
      parse,
      "boom",
      null,
      undefined,
      {},
    ]) {
      const { title, text, quote } = errorText(error, t);
      expect(`${title} ${text}`).not.toMatch(
        /not a function|boom|invalid_type|object|null|undefined/,
      );
      expect(title).toBe(t("error.unknown"));
      expect(quote).toBeUndefined();
    }
  });

  it("distinguishes refused requests by what can be done", () => {
    const token = errorText(made("refused", { refusedReason: "token" }), t);
    const rights = errorText(made("refused", { refusedReason: "rights" }), t);
    expect(token.text).toContain("PLUSOFON_TOKEN");
    expect(rights.text).not.toBe(token.text);
    expect(errorText(made("refused", { refusedReason: "login" }), t).title).toBe(t("error.login"));
  });

  it("names the unknown address and the setting that allows it", () => {
    const { title, text } = errorText(made("refused", { refusedReason: "address" }), t);
    expect(title).toContain("pult.example.ru:8443");
    expect(text).toContain("ALLOWED_HOSTS=pult.example.ru:8443");
  });

  it.each(errors)("$kind $details has a short reason", (error) => {
    const thrown = made(error.kind, error.details);
    const reason = reasonText(thrown, t);
    const { refusedReason } = error.details;
    // What the administrator must do about a setting always fits; otherwise the title is enough.
    expect(reason.includes("PLUSOFON_TOKEN")).toBe(refusedReason === "token");
    expect(reason.includes("ALLOWED_HOSTS=pult")).toBe(refusedReason === "address");
    expect(reason.startsWith(errorText(thrown, t).title)).toBe(true);
    expect(reason).not.toMatch(/[.!]$/);
  });

  it("gives advice for refused and rate-limited requests", () => {
    const advised = errors.filter(({ kind, details }) => adviceText(made(kind, details), t));
    expect(advised.map(({ kind }) => kind)).toEqual([
      "refused",
      "refused",
      "refused",
      "refused",
      "refused",
      "tooManyRequests",
      "tooManyRequests",
      "tooManyRequests",
      ...NETWORK_REASONS.map(() => "provider"),
    ]);
    expect(adviceText(made("refused", { refusedReason: "token" }), t)).toContain("PLUSOFON_TOKEN");
    expect(adviceText(made("tooManyRequests", { retryAfter: 21 }), t)).toMatch(/\b21\b/);
    expect(adviceText(new TypeError("x"), t)).toBeUndefined();
  });

  it("mentions the user's input only for writes", () => {
    for (const { kind, details } of errors) {
      expect(errorText(made(kind, details), t).text).not.toMatch(/entered|[Вв]ведённое/);
    }
    const refused = made("invalid", { operation: "PUT /sip" });
    expect(errorText(refused, t).text).toBe(t("error.kept"));
  });

  it("quotes the provider only where its message helps", () => {
    const quoted = errors.filter(({ kind, details }) => errorText(made(kind, details), t).quote);
    expect(quoted.map(({ kind, details }) => details.refusedReason ?? kind)).toEqual([
      "noAccess",
      "invalid",
    ]);
  });

  it("names the operation and the path of an invalid response", () => {
    const { text } = errorText(made("unintelligible", { responsePath: "data.3.number" }), t);
    expect(text).toContain("GET /sip");
    expect(text).toContain("data.3.number");
  });
});

describe("mayBeDone", () => {
  const t = loadText("ru");
  const unsure = t("error.writeUnsure");
  const textFor = (operation: string, kind: ApiErrorKind) =>
    errorText(made(kind, { operation }), t).text;

  it.each(["PUT /sip", "PATCH /sip/{id}", "POST /sip/{id}/scenarios", "DELETE /sip/{id}"])(
    "%s may have been done nevertheless, and the text mentions that",
    (operation) => {
      const unclear = Object.keys(KINDS).filter(
        (kind) => textFor(operation, kind as ApiErrorKind) === unsure,
      );
      expect(unclear).toEqual(["offline", "timeout", "unconfirmed", "provider", "unintelligible"]);
    },
  );

  it.each(NETWORK_REASONS)(
    "that never left this server was not done (%s), and the text says so",
    (network) => {
      const { title, text } = errorText(made("timeout", { operation: "PUT /sip", network }), t);
      expect(title).toBe(t("error.network"));
      expect(text).toContain(t(`error.network.${network}`));
      expect(text).toContain(t("error.kept"));
    },
  );

  it.each(errors)("is false for a read ($kind)", ({ kind }) => {
    expect(textFor("GET /number/external/status", kind)).not.toContain(unsure);
  });
});

const wait = (locale: "en" | "ru", retryAfter: number) =>
  errorText(made("tooManyRequests", { retryAfter }), loadText(locale)).text;

describe("the waiting time", () => {
  it.each([
    [1, "1 секунду", "1 second."],
    [3, "3 секунды", "3 seconds."],
    [11, "11 секунд.", "11 seconds."],
    [21, "21 секунду", "21 seconds."],
    [3600, "3600 секунд.", "3,600 seconds."],
  ])("%d s has the right plural form", (seconds, russian, english) => {
    expect(wait("ru", seconds).replaceAll(/(?<=\d)\s(?=\d)/gu, "")).toContain(russian);
    expect(wait("en", seconds)).toContain(english);
  });
});

describe("the provider's messages about fields", () => {
  const t = loadText("ru");
  it.each([
    ["The number has already been taken.", "reason.taken"],
    ["Номер уже занят", "reason.taken"],
    ["The name field is required.", "reason.required"],
    ["The number must be an integer.", "reason.integer"],
    ["The selected aon is invalid.", "reason.unknown"],
  ] as const)("«%s» is translated", (reason, key) => expect(fieldReason(reason, t)).toBe(t(key)));

  it("that are unknown are quoted", () => {
    expect(fieldReason("Только для <b>VIP</b>", t)).toBe(
      t("reason.quoted", { reason: "Только для <b>VIP</b>" }),
    );
  });
});
