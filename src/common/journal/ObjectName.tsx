import { Link } from "react-router";
import type { JournalEntry } from "#api/journal.ts";
import type { FormatPhone } from "#common/phone.ts";
import { objectPath } from "./objectPath.ts";

/** Number and name of an entry's object, as they were then; empty where it has neither. */
export const objectName = ({ object: { number, name } }: JournalEntry, phone: FormatPhone) =>
  [number === null ? "" : phone(number), name].filter(Boolean).join(" ");

/** What an entry is about, with a link to where it is now. */
export function ObjectName({ entry, phone }: { entry: JournalEntry; phone: FormatPhone }) {
  const name = objectName(entry, phone);
  const link = objectPath(entry);
  if (name === "") return null;
  if (link === undefined) return <strong className="strong">{name}</strong>;
  return (
    <Link className="row-link" to={link}>
      {name}
    </Link>
  );
}
