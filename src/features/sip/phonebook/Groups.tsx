import { memo, useDeferredValue, useMemo } from "react";
import {
  groupByDepartment,
  groupByLetter,
  type PhoneBookEntry,
  type PhoneBookGroup,
} from "#domain/phonebook/entries.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./PhoneBook.module.css";

interface Props {
  entries: readonly PhoneBookEntry[];
  byDepartment: boolean;
}

/**
 * All entries under their letters or departments, in as many columns as there is room for. Renders
 * again only when they change, and not with the progress beside it.
 */
export const Groups = memo(function Groups({ entries, byDepartment }: Props) {
  const t = useText();
  // A long book renders without blocking the page.
  const shown = useDeferredValue(
    useMemo(
      () => ({
        groups: byDepartment ? groupByDepartment(entries) : groupByLetter(entries),
        none: byDepartment ? ("noDepartment" as const) : ("otherLetters" as const),
      }),
      [entries, byDepartment],
    ),
  );
  const titleOf = ({ title }: PhoneBookGroup) => {
    if (title === null) return t("phoneBook.notRead");
    return title ?? t(`phoneBook.${shown.none}`);
  };
  return (
    <div className={`card ${styles.book}`}>
      {shown.groups.map((group) => (
        <Group key={String(group.title)} title={titleOf(group)} entries={group.entries} />
      ))}
    </div>
  );
});

function Group({ title, entries }: { title: string; entries: readonly PhoneBookEntry[] }) {
  return (
    <section className={styles.group}>
      <h2 className="subheading strong" translate="no">
        {title}
      </h2>
      <ul>
        {entries.map(({ id, name, extension }) => (
          <li key={id} className={styles.entry} translate="no">
            <span className={styles.name}>{name}</span>
            <span className="strong tabular">{extension}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
