import { type Credentials, serverText } from "#domain/handover/credentials.ts";
import { displayLabel } from "#domain/handover/provisioning.ts";
import { csvRows, type CsvSeparator } from "#lib/csv.ts";
import type { Text } from "#i18n/texts.ts";
import type { CardContent } from "./Card.tsx";

/** A message to the person who gets the account; without a password it says how that comes. */
export function messageText(content: CardContent, t: Text): string {
  const { login, password, transport } = content;
  return [
    t("handover.messageTitle", { account: displayLabel(content) }),
    "",
    `${t("handover.server")}: ${serverText(content)}`,
    `${t("handover.overTransport")}: ${transport.toUpperCase()}`,
    `${t("handover.login")}: ${login}`,
    `${t("handover.password")}: ${password ?? t("handover.passwordApart")}`,
    "",
    ...([1, 2, 3, 4] as const).map((step) => `${step}. ${t(`handover.step${step}`)}`),
  ].join("\n");
}

/** A table of credentials: pasted into cells, or as a file. */
export function tableText(all: readonly Credentials[], separator: CsvSeparator, t: Text): string {
  const head = [
    t("handover.extension"),
    t("handover.name"),
    t("handover.server"),
    t("handover.port"),
    t("handover.transport"),
    t("handover.login"),
    t("handover.password"),
  ];
  const rows = all.map(({ extension, name, server, port, transport, login, password }) => [
    String(extension),
    name,
    server,
    String(port),
    transport.toUpperCase(),
    login,
    password,
  ]);
  return csvRows([head, ...rows], separator);
}
