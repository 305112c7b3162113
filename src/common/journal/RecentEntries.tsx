import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Link } from "react-router";
import type { JournalEntry, JournalKind } from "#api/journal.ts";
import { usePartReason } from "#common/usePartReason.ts";
import { journalOf } from "#domain/journal/addresses.ts";
import { recentEntriesQuery } from "#domain/journal/queries.ts";
import { paths } from "#paths";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { actionText, actorText, differences } from "./describe.ts";
import { Differences } from "./Differences.tsx";
import { ObjectName } from "./ObjectName.tsx";
import styles from "./RecentEntries.module.css";
import { useNames } from "./useNames.ts";

/** Of the whole office where no kind is given. */
export interface ChangesOf {
  kind?: JournalKind | undefined;
  /** The object's id; undefined for what there is one of. */
  object?: string | undefined;
  className?: string | undefined;
}

const COUNT = 5;

/** The last changes of an object; the journal has them all. */
export function RecentEntries({ kind, object, className = "" }: ChangesOf) {
  const t = useText();
  const heading = useId();
  const Heading = kind === "external" ? "h3" : "h2";
  const toReason = usePartReason();
  const { data, error, isError } = useQuery(
    recentEntriesQuery(kind === undefined ? { about: "office" } : { kind, object }, COUNT),
  );
  // Nothing of it is worth a place while it is on its way.
  if (data === undefined && !isError) return null;
  return (
    <section className={`card ${styles.changes} ${className}`} aria-labelledby={heading}>
      <header className="row wrap spread gap-4-12">
        {/* Those of an external number are in a panel, whose own title is of the second level. */}
        <Heading id={heading} className="subheading strong">
          {t("changes.title")}
        </Heading>
        {data !== undefined && data.length > 0 && (
          <Link to={kind === undefined ? paths.journal() : journalOf(kind, object)}>
            {t("changes.all")}
          </Link>
        )}
      </header>
      {isError && <p className="small muted">{t("changes.unread", { reason: toReason(error) })}</p>}
      {data?.length === 0 && <p className="small muted">{t("changes.none")}</p>}
      {data !== undefined && data.length > 0 && (
        <ol className="stack gap-8">
          {data.map((entry) => (
            <Entry key={entry.id} entry={entry} isNamed={kind === undefined} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ entry, isNamed }: { entry: JournalEntry; isNamed: boolean }) {
  const t = useText();
  const formats = useFormats();
  const names = useNames(entry);
  const { at, actor, outcome, undoneBy } = entry;
  const changed = differences(entry, t, names);
  const moment = Date.parse(at);
  const who = actorText(actor, t);
  return (
    <li className="stack gap-2">
      <p className="small">
        {actionText(entry, t)}
        {isNamed && (
          <>
            {" "}
            <ObjectName entry={entry} phone={names.phone} />
          </>
        )}
        {outcome !== "done" && (
          <span className={outcome === "refused" ? "offline" : "attention"}>
            {" "}
            · {t(`journal.outcome.${outcome}`)}
          </span>
        )}
        <span className="muted">
          {" · "}
          <time dateTime={at}>{`${formats.day(moment)}, ${formats.time(moment)}`}</time>
          {who !== "" && ` · ${who}`}
          {undoneBy !== null && ` · ${t("journal.undone")}`}
        </span>
      </p>
      {changed.length > 0 && <Differences changed={changed} />}
    </li>
  );
}
