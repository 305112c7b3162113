import { useEffect, useState } from "react";
import { SipStateLabel } from "#common/sip/SipStateLabel.tsx";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import type { BoardRow } from "../board/rows.ts";
import type { Change, Observation } from "../watch/observe.ts";
import { readAccountChanges } from "../watch/observer.ts";
import styles from "./Details.module.css";

/** The last changes of one account that this browser saw. */
export function AccountChanges({ row }: { row: BoardRow }) {
  const t = useText();
  const formats = useFormats();
  // Another observation means that the account has changed once more.
  const changes = useAccountChanges(row.id, row.observation);
  if (changes === undefined) return null;
  if (changes.length === 0) return <p className="muted">{t("details.noChanges")}</p>;
  return (
    <ol>
      {changes.map(({ at, to }) => (
        <li key={at} className={`row wrap spread gap-4-12 tabular ${styles.change}`}>
          <time
            dateTime={new Date(at).toISOString()}
          >{`${formats.day(at)}, ${formats.time(at)}`}</time>
          <SipStateLabel state={to} />
        </li>
      ))}
    </ol>
  );
}

/** Newest first; undefined until they are read. Read again when `observation` changes. */
function useAccountChanges(id: number, observation: Observation | undefined) {
  const [read, setRead] = useState<{ of: Observation | undefined; changes: readonly Change[] }>();
  useEffect(() => {
    let unmounted = false;
    void readAccountChanges(id).then((changes) => {
      if (!unmounted) setRead({ of: observation, changes });
    });
    return () => {
      unmounted = true;
    };
  }, [id, observation]);
  return read?.changes;
}
