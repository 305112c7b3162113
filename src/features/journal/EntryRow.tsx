import { Link } from "react-router";
import type { JournalEntry } from "#api/journal.ts";
import { parseId, paths } from "#paths";
import { useFormats } from "#i18n/format.ts";
import { type Text, useText } from "#i18n/texts.ts";
import { actionText, type Difference, differences } from "./describe.ts";
import styles from "./Journal.module.css";

/** One change: when, by whom, what of which object, and how it ended. */
export function EntryRow({ entry }: { entry: JournalEntry }) {
  const t = useText();
  const formats = useFormats();
  const { at, actor, object, outcome, message } = entry;
  const name = [object.number, object.name].filter(Boolean).join(" ");
  const link = objectPath(entry);
  const changed = differences(entry, t);
  return (
    <li className={styles.entry}>
      <time className="muted tabular" dateTime={at}>
        {formats.time(Date.parse(at))}
      </time>
      <div className="stack gap-4">
        <p>
          {actionText(entry, t)}{" "}
          {name !== "" &&
            (link === undefined ? (
              <strong className="strong">{name}</strong>
            ) : (
              <Link className="row-link" to={link}>
                {name}
              </Link>
            ))}
        </p>
        {changed.length > 0 && <Differences changed={changed} t={t} />}
        {outcome !== "done" && (
          <p className={`small ${outcome === "refused" ? "offline" : "attention"}`}>
            {t(`journal.outcome.${outcome}`)}
            {message !== null && `: ${t("journal.quote", { message })}`}
          </p>
        )}
      </div>
      {/* Where nobody signs in, all entries have the same actor. */}
      {actor !== "anonymous" && <span className="muted small">{actor}</span>}
    </li>
  );
}

function Differences({ changed, t }: { changed: readonly Difference[]; t: Text }) {
  return (
    <dl className={`small ${styles.differences}`}>
      {changed.map(({ field, from, to }) => (
        <div key={field} className="beside wrap gap-0-8">
          <dt className="muted">{field}</dt>
          <dd>
            {from !== undefined && (
              <>
                <span className="visually-hidden">{t("journal.from")} </span>
                <del className={styles.from}>{from}</del>
              </>
            )}
            {from !== undefined && to !== undefined && <span aria-hidden="true"> → </span>}
            {to !== undefined && (
              <>
                <span className="visually-hidden">{t("journal.to")} </span>
                <ins className={styles.to}>{to}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the object is shown; undefined for what was deleted, or never created. */
function objectPath({ operation, object: { kind, id, number } }: JournalEntry): string | undefined {
  if (operation === "DELETE /sip/{id}" || operation === "PUT /sip") return undefined;
  switch (kind) {
    case "sip": {
      const account = parseId(id);
      return account === undefined ? undefined : paths.sipAccount(account);
    }
    case "external":
      return number === null ? undefined : `${paths.externalNumbers()}?q=${number}`;
    case "smart":
    case "user":
      return undefined;
    case "voicemail":
      return paths.voicemail();
    case "directions":
      return paths.directions();
  }
}
