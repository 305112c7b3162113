import type { AlertLanguage } from "#api/alerts.ts";
import type { WatchedKind } from "#api/history.ts";
import type { Label } from "#server/watch/look.ts";
import type { AlertMessage, NamedList } from "./message.ts";

/** A message as plain text: one line that says it, and the details. */
export interface AlertText {
  subject: string;
  body: string;
}

type Forms = Partial<Record<Intl.LDMLPluralRule, string>>;

interface Words {
  objects: Record<WatchedKind, Forms>;
  down: Record<WatchedKind, string>;
  up: Record<WatchedKind, string>;
  flapping: string;
  calm: string;
  gone: string;
  drops: Forms;
  since: string;
  back: string;
  more: string;
  others: string;
  many: Record<WatchedKind, string>;
  manyOver: Record<WatchedKind, string>;
  unreadable: string;
  unreadableOver: string;
  unreadableHint: string;
  test: string;
  testHint: string;
  rule: string;
}

const WORDS: Record<AlertLanguage, Words> = {
  en: {
    objects: {
      sip: { one: "{n} SIP account", other: "{n} SIP accounts" },
      external: { one: "{n} external number", other: "{n} external numbers" },
    },
    down: { sip: "Offline", external: "Not registered" },
    up: { sip: "Online again", external: "Registered again" },
    flapping: "Unstable",
    calm: "Stable again",
    gone: "no longer listed by the provider",
    drops: { one: "dropped {n} time", other: "dropped {n} times" },
    since: "since {t}",
    back: "since {t}, was offline since {d}",
    more: "and {n} more",
    others: "Also offline as told before: {n}",
    many: { sip: "Offline at once: {c} of {n}", external: "Not registered at once: {c} of {n}" },
    manyOver: {
      sip: "No longer offline at once; still offline: {c} of {n}",
      external: "No longer at once; still not registered: {c} of {n}",
    },
    unreadable: "The provider has not answered since {t}",
    unreadableOver: "The provider answers again since {t}",
    unreadableHint: "Until then nobody sees whose phone is offline.",
    test: "Test message from Pult",
    testHint: "Alerts will arrive here.",
    rule: "Rule: {name}",
  },
  ru: {
    objects: {
      sip: { one: "{n} SIP-аккаунт", few: "{n} SIP-аккаунта", other: "{n} SIP-аккаунтов" },
      external: {
        one: "{n} внешний номер",
        few: "{n} внешних номера",
        other: "{n} внешних номеров",
      },
    },
    down: { sip: "Не в сети", external: "Не зарегистрирован" },
    up: { sip: "Снова в сети", external: "Снова зарегистрирован" },
    flapping: "Связь неустойчива",
    calm: "Связь снова устойчива",
    gone: "провайдер больше не показывает",
    drops: { few: "пропадала {n} раза", other: "пропадала {n} раз" },
    since: "с {t}",
    back: "с {t}, не было с {d}",
    more: "и ещё {n}",
    others: "Кроме них не в сети, о чём уже сообщалось: {n}",
    many: {
      sip: "Не в сети одновременно: {c} из {n}",
      external: "Не зарегистрированы одновременно: {c} из {n}",
    },
    manyOver: {
      sip: "Уже не одновременно; не в сети остаются: {c} из {n}",
      external: "Уже не одновременно; не зарегистрированы: {c} из {n}",
    },
    unreadable: "Провайдер не отвечает с {t}",
    unreadableOver: "Провайдер снова отвечает с {t}",
    unreadableHint: "Пока это так, никто не видит, чей телефон не в сети.",
    test: "Проверочное сообщение Пульта",
    testHint: "Сюда будут приходить оповещения.",
    rule: "Правило: {name}",
  },
};

/** Writes a message in a channel's language, its times by the clock of a zone. */
export function writeText(message: AlertMessage, language: AlertLanguage, zone: string): AlertText {
  const write = writer(message, language, zone);
  const [subject = "", ...lines] = write.content();
  const { rule, link } = message;
  const name = oneLine(rule?.name ?? "");
  const more = [rule === null ? "" : fill(WORDS[language].rule, { name }), link ?? ""];
  const paragraphs = [lines.join("\n"), more.filter(Boolean).join("\n")].filter(Boolean);
  return { subject, body: [subject, ...paragraphs].join("\n\n") };
}

function writer(message: AlertMessage, language: AlertLanguage, zone: string) {
  const words = WORDS[language];
  const plurals = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const plural = (forms: Forms, n: number) =>
    fill(forms[plurals.select(n)] ?? forms.other ?? "", { n: number.format(n) });
  const moment = momentFormat(language, zone, Date.parse(message.at));

  /** The objects by name if they are few, else how many. */
  const inShort = ({ count, items }: NamedList, kind: WatchedKind) =>
    count <= 3 ? items.map(nameOf).join(", ") : plural(words.objects[kind], count);

  const listed = <T extends Label>(
    { count, items }: { count: number; items: T[] },
    detail: (item: T) => string,
  ) => [
    ...items.map((item) => `• ${nameOf(item)}: ${detail(item)}`),
    ...(count > items.length ? [fill(words.more, { n: number.format(count - items.length) })] : []),
  ];
  const since = (item: { since: string }) => fill(words.since, { t: moment(item.since) });

  const objects = (content: Extract<AlertMessage, { type: "objects" }>): string[] => {
    const { kind, down, up, flapping, calm, others } = content;
    const parts = [
      { title: words.down[kind], list: down, lines: listed(down, since) },
      {
        title: words.flapping,
        list: flapping,
        lines: listed(flapping, (item) => `${plural(words.drops, item.drops)}, ${since(item)}`),
      },
      {
        title: words.up[kind],
        list: up,
        lines: listed(up, ({ since: t, downSince: d, isGone }) =>
          isGone ? words.gone : fill(words.back, { t: moment(t), d: moment(d) }),
        ),
      },
      { title: words.calm, list: calm, lines: listed(calm, () => "") },
    ].filter(({ list }) => list.count > 0);
    const short = parts.map(({ title, list }) => `${title}: ${inShort(list, kind)}`);
    const isMixed = parts.length > 1;
    const details = parts.flatMap(({ title, lines }) =>
      (isMixed ? [`${title}:`] : []).concat(lines.map((line) => line.replace(/: $/, ""))),
    );
    const rest = others > 0 ? [fill(words.others, { n: number.format(others) })] : [];
    return [short.join(". "), ...details, ...rest];
  };

  return {
    content: (): string[] => {
      if (message.type === "test") return [words.test, words.testHint];
      if (message.type === "objects") return objects(message);
      if (message.type === "many") {
        const { kind, isOver, down, total } = message;
        const counts = { c: plural(words.objects[kind], down.count), n: number.format(total) };
        return [fill((isOver ? words.manyOver : words.many)[kind], counts), ...listed(down, since)];
      }
      const t = moment(message.since);
      if (message.isOver) return [fill(words.unreadableOver, { t })];
      return [fill(words.unreadable, { t }), words.unreadableHint];
    },
  };
}

/** `14:02`, with the day where it is not that of the message. */
function momentFormat(language: AlertLanguage, timeZone: string, now: number) {
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const time = new Intl.DateTimeFormat(language, { timeZone, ...clock });
  const day = new Intl.DateTimeFormat(language, { timeZone, day: "numeric", month: "long" });
  return (moment: string): string => {
    const at = Date.parse(moment);
    const isToday = day.format(at) === day.format(now);
    return isToday ? time.format(at) : `${day.format(at)}, ${time.format(at)}`;
  };
}

/** `214 Reception`; the provider's text stays on its line. */
function nameOf({ number, name }: Label): string {
  return oneLine([number, name].filter(Boolean).join(" ")) || "?";
}

const LONGEST_NAME = 80;

function oneLine(text: string): string {
  return cutText(text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim(), LONGEST_NAME);
}

/** The beginning of a text; never half of a character, which Telegram refuses. */
export function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

function fill(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
