import Button from "@mui/material/Button";
import { FORMATS, PHONE_BOOKS, type PhoneBookFormat } from "#domain/phonebook/formats.ts";
import type { PhoneBookEntry } from "#domain/phonebook/entries.ts";
import { useText } from "#i18n/texts.ts";
import { download } from "#lib/download.ts";
import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";
import styles from "./PhoneBook.module.css";

interface Props {
  entries: readonly PhoneBookEntry[];
  /** Whether these are all accounts: a file with half of them would replace a whole one. */
  isComplete: boolean;
}

/** Saves the phone book for address books and telephones. */
export function Files({ entries, isComplete }: Props) {
  const t = useText();
  const phone = useMediaQuery(PHONE);
  const save = (format: PhoneBookFormat) => {
    const { file, type, write } = PHONE_BOOKS[format];
    download([write(entries, t("phoneBook.title"))], file, type);
  };
  return (
    <details className={`card padded ${styles.files}`} open={!phone}>
      <summary className="subheading strong">{t("phoneBook.files")}</summary>
      <p className="small muted">
        {t(isComplete ? "phoneBook.filesHelp" : "phoneBook.incomplete")}
      </p>
      <ul>
        {FORMATS.map((format) => {
          const { source } = PHONE_BOOKS[format];
          return (
            <li key={format} className={styles.file}>
              <Button
                variant="outlined"
                disabled={!isComplete}
                aria-describedby={`file-${format}`}
                onClick={() => save(format)}
              >
                {t(`phoneBook.save.${format}`)}
              </Button>
              <div id={`file-${format}`} className="small muted">
                <p>{t(`phoneBook.help.${format}`)}</p>
                <p>
                  {t("phoneBook.source")}{" "}
                  <a href={source.url} target="_blank" rel="noreferrer">
                    {source.title}
                  </a>
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
