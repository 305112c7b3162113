import type { ReactNode } from "react";
import { Link, type To } from "react-router";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Overview.module.css";

/** Named before the rest is only counted. */
const NAMED = 5;

interface Props<Item> {
  /** The list's accessible name. */
  label: string;
  items: readonly Item[];
  toItem: (item: Item) => { key: string | number; to: To; name: ReactNode; note?: ReactNode };
  /** The link to the rest. */
  to: To;
}

/** The first few of what a figure counts, each with a link. */
export function Names<Item>({ label, items, toItem, to }: Props<Item>) {
  const t = useText();
  const formats = useFormats();
  if (items.length === 0) return null;
  const rest = items.length - NAMED;
  return (
    <ul className={`stack ${styles.names}`} aria-label={label} translate="no">
      {items.slice(0, NAMED).map((item) => {
        const { key, to: own, name, note } = toItem(item);
        return (
          <li key={key} className="row wrap spread gap-0-12 tabular">
            <Link to={own}>{name}</Link>
            {note !== undefined && <span className="muted">{note}</span>}
          </li>
        );
      })}
      {rest > 0 && (
        <li className="row wrap spread gap-0-12 tabular">
          <Link to={to}>{t("overview.more", { n: formats.number(rest) })}</Link>
        </li>
      )}
    </ul>
  );
}
