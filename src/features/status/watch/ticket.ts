import type { Text } from "#i18n/texts.ts";
import type { SipState } from "#domain/sip/rows.ts";
import type { Formats } from "#i18n/format.ts";
import { localIso } from "./localIso.ts";
import { type Change, type Observation, wasWatched } from "./observe.ts";
import { sinceText } from "./sinceText.ts";

/** The account's facts for support. */
export interface TicketFacts {
  extension: number;
  name: string;
  state: SipState;
  /** Whether its phone rings, and why not, in sentences. */
  diagnosis: readonly string[];
  observation: Observation | undefined;
  server: string | undefined;
  /** Formatted: `+7 999 333-22-10`. */
  callerId: string | undefined;
  /** As text. */
  scenario: string | undefined;
  /** Newest first. */
  changes: readonly Change[];
  /** When the text is written, in ms since 1970. */
  at: number;
  // Rejected by type, so that nobody passes a whole account by accident.
  password?: never;
  login?: never;
}

/**
 * The text of a support ticket, one «Field: value» per line. Contains nothing beyond the given
 * facts.
 */
export function ticketText(facts: TicketFacts, t: Text, formats: Formats): string {
  const { extension, name, state, observation, server, callerId, scenario, at } = facts;
  const none = t("watch.ticket.none");
  const seen = state === "unknown" ? undefined : observation;
  const diagnosis = facts.diagnosis.join(" ");
  const lines: [string, string][] = [
    [t("watch.ticket.extension"), String(extension)],
    [t("watch.ticket.name"), name],
    [t("watch.ticket.state"), t(`watch.state.${state}`)],
  ];
  if (diagnosis !== "") lines.push([t("watch.ticket.diagnosis"), diagnosis]);
  if (seen !== undefined) {
    lines.push([t("watch.ticket.since"), sinceText(seen, at, t, formats).long]);
  }
  lines.push(
    [t("watch.ticket.server"), server || none],
    [t("watch.ticket.callerId"), callerId || none],
    [t("watch.ticket.scenario"), scenario || none],
    ...facts.changes.map((change): [string, string] => [
      t("watch.ticket.change"),
      changeText(change, t),
    ]),
    [t("watch.ticket.at"), localIso(at)],
  );
  return lines.map(([field, value]) => `${field}: ${oneLine(value)}`).join("\n");
}

function changeText(change: Change, t: Text): string {
  const params = {
    time: localIso(change.at),
    from: t(`watch.state.${change.from}`),
    to: t(`watch.state.${change.to}`),
  };
  if (wasWatched(change)) return t("watch.ticket.changed", params);
  return t("watch.ticket.changedBetween", { ...params, after: localIso(change.after) });
}

/** A name with a line break could pass for a line of its own. */
function oneLine(value: string): string {
  return value.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, " ");
}
