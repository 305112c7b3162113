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

/** All entries under their letters or departments, in as many columns as there is room for. */
export function Groups({ entries, byDepartment }: Props) {
  const t = useText();
  const groups = useDeferredValue(
    useMemo(
      () => (byDepartment ? groupByDepartment(entries) : groupByLetter(entries)),
      [entries, byDepartment],
    ),
  );
  const titleOf = ({ title }: PhoneBookGroup) => {
    if (title === null) return t("phoneBook.notRead");
    return title ?? t(byDepartment ? "phoneBook.noDepartment" : "phoneBook.otherLetters");
  };
  return (
    <div className={`card ${styles.book}`} data-by={byDepartment ? "department" : "name"}>
      {groups.map((group) => (
        <Group key={String(group.title)} title={titleOf(group)} entries={group.entries} />
      ))}
    </div>
  );
}

/** Renders again only when its own entries change, not with each department that was read. */
const Group = memo(function Group({
  title,
  entries,
}: {
  title: string;
  entries: readonly PhoneBookEntry[];
}) {
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
});
