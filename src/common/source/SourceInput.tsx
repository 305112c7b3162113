import Button from "@mui/material/Button";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type DragEvent, useId, useRef, useState } from "react";
import { Field } from "#ui/form/Field.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./Source.module.css";
import type { SourceInputs } from "./useSource.ts";

/** Looks like a button; the input inside it has the focus and the name. */
const AS_LABEL = { component: "label", role: undefined, tabIndex: -1 } as const;

/** Where a list comes from: a file that is chosen or dropped, or pasted text. */
export function SourceInput({
  file,
  choose,
  remove,
  pasted,
  setPasted,
  help,
}: SourceInputs & { help: string }) {
  const t = useText();
  const id = useId();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [first] = event.dataTransfer.files;
    if (first !== undefined) void choose(first);
  };
  return (
    <>
      <div
        className={`row wrap gap-8-12 ${styles.drop} ${over ? styles.over : ""}`}
        onDragOver={(event) => {
          // Otherwise the browser would open the file in place of the app.
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span role="status">
          {file === undefined
            ? t("source.drop")
            : file.source === undefined
              ? t("source.reading")
              : t("source.file", { name: file.name })}
        </span>
        <Button {...AS_LABEL} variant="outlined" size="small">
          {t("source.choose")}
          <input
            ref={chooser}
            type="file"
            className="visually-hidden"
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            onChange={(event) => {
              const [first] = event.target.files ?? [];
              if (first !== undefined) void choose(first);
              // Allows choosing the same file again, as it may have been corrected.
              event.target.value = "";
            }}
          />
        </Button>
        {file !== undefined && (
          <Button
            size="small"
            onClick={() => {
              remove();
              chooser.current?.focus();
            }}
          >
            {t("source.remove")}
          </Button>
        )}
      </div>
      {file === undefined && (
        <Field id={id} label={t("source.paste")} help={help} error={undefined}>
          <OutlinedInput
            id={id}
            className={styles.paste}
            multiline
            minRows={3}
            maxRows={8}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
            slotProps={{ input: { "aria-describedby": `${id}-help`, spellCheck: false } }}
          />
        </Field>
      )}
    </>
  );
}
