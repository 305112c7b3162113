import { memo } from "react";
import { Link } from "react-router";
import { useFormats } from "#i18n/format.ts";
import { SipStateLabel } from "#common/sip/SipStateLabel.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./ChangesList.module.css";
import { accountTitle } from "./drops.ts";
import { type Change, wasWatched } from "./observe.ts";
import { momentValues } from "./sinceText.ts";

/** How the names in a list link to the accounts; the same object while it stays the same. */
export interface ChangeLinks {
  to: (account: number) => string;
  state: unknown;
  /** Replaces the open panel in the history, so that Back skips it. */
  replace?: boolean;
}

interface Props {
  change: Change;
  links: ChangeLinks | undefined;
}

/** One change: when, who, from what to what. */
export const ChangeRow = memo(function ChangeRow({ change, links }: Props) {
  const t = useText();
  const who = accountTitle(change);
  return (
    <li className={styles.change}>
      <ChangeTime change={change} />
      <span className="strong">
        {links === undefined ? (
          who
        ) : (
          <Link
            className="quiet-link"
            to={links.to(change.account)}
            state={links.state}
            replace={links.replace === true}
            preventScrollReset
          >
            {who}
          </Link>
        )}
      </span>
      <span className={`beside wrap gap-0-8 ${styles.states}`}>
        <SipStateLabel state={change.from} />
        <span aria-hidden="true">→</span>
        <span className="visually-hidden">{t("watch.changes.became")}</span>
        <SipStateLabel state={change.to} />
      </span>
    </li>
  );
});

/** When it was observed; for an unwatched change, also that nobody watched. */
function ChangeTime({ change }: { change: Change }) {
  const t = useText();
  const formats = useFormats();
  const time = formats.time(change.at);
  if (wasWatched(change)) {
    return (
      <time className="muted tabular" dateTime={new Date(change.at).toISOString()}>
        {time}
      </time>
    );
  }
  const { time: after, day } = momentValues(change.after, change.at, formats);
  const text = t("watch.changes.between", { after, day, at: time });
  return (
    <span className="muted tabular" title={text}>
      <span aria-hidden="true">≤ {time}</span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
