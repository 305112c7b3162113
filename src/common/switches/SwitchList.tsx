import { useQuery } from "@tanstack/react-query";
import Button from "@mui/material/Button";
import { useId, useState } from "react";
import { Link } from "react-router";
import type { SwitchKind, TimedSwitch } from "#api/switches.ts";
import { usePartReason } from "#common/usePartReason.ts";
import { switchesQuery } from "#domain/switches/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { unbroken } from "#ui/unbroken.tsx";
import { SwitchLine } from "./SwitchLine.tsx";
import styles from "./Switches.module.css";
import { useSwitchTitle } from "./useSwitchText.ts";

export interface SwitchesOf {
  /** All kinds by default. */
  kind?: SwitchKind;
  className?: string | undefined;
}

const SHOWN = 5;

/** What is set until a moment, of one kind or all; nothing where nothing is. */
export function SwitchList({ kind, className = "" }: SwitchesOf) {
  const t = useText();
  const heading = useId();
  const toReason = usePartReason();
  const [isWhole, setIsWhole] = useState(false);
  const { data, error, isError } = useQuery(switchesQuery());
  const items = (data ?? []).filter(({ subject }) => kind === undefined || subject.kind === kind);
  // What needs somebody stands first.
  const sorted = [...items].sort((one, other) => Number(isCalm(one)) - Number(isCalm(other)));
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN);
  if (items.length === 0 && !(isError && data === undefined)) return null;
  return (
    <section className={`card padded stack gap-4 ${className}`} aria-labelledby={heading}>
      <h2 id={heading} className="subheading strong">
        {t("timer.heading")}
      </h2>
      {isError && data === undefined && (
        <p className="small muted">{t("timer.unread", { reason: toReason(error) })}</p>
      )}
      <ul>
        {shown.map((item) => (
          <li key={item.id} className={styles.row}>
            <SwitchLine item={item} title={<Title item={item} />} />
          </li>
        ))}
      </ul>
      {shown.length < sorted.length && (
        <div className="buttons">
          <Button size="small" onClick={() => setIsWhole(true)}>
            {t("timer.all", { n: sorted.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

const isCalm = ({ ended, trouble }: TimedSwitch) => ended === null && trouble === null;

/** What a switch is about, with the way there. */
function Title({ item }: { item: TimedSwitch }) {
  const title = useSwitchTitle(item);
  return (
    <Link className={`strong ${styles.title}`} to={placeOf(item)}>
      {unbroken(title)}
    </Link>
  );
}

function placeOf({ subject }: TimedSwitch): string {
  switch (subject.kind) {
    case "scenario":
      return paths.sipAccount(subject.account);
    case "direction":
      return `${paths.directions()}?q=${subject.code}`;
    case "forwarding":
      return paths.externalNumber(subject.set.number_type, subject.set.number_id);
  }
}
