import Button from "@mui/material/Button";
import { type Control, type FieldPath, useController } from "react-hook-form";
import { Link } from "react-router";
import { LIMITS } from "#api/fields.ts";
import { paths } from "#paths";
import { TextInput } from "#ui/form/TextInput.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./Form.module.css";
import type { Extensions, Holder } from "./useExtensions.ts";
import type { SettingsValues } from "./values.ts";

interface Props<V extends SettingsValues, R> {
  control: Control<V, unknown, R>;
  name: FieldPath<V>;
  extensions: Extensions;
  /** The account's own extension is not "taken". */
  own?: number | undefined;
}

/** An extension: its limits, the next free one, and who has the one that is typed. */
export function ExtensionInput<V extends SettingsValues, R>(props: Props<V, R>) {
  const { control, name, extensions, own } = props;
  const t = useText();
  const { field } = useController({ control, name });
  const typed = Number(field.value);
  const holder = typed === own ? undefined : extensions.holder(typed);
  const { free, isSure } = extensions;
  const { min, max } = LIMITS.extension;
  const limits =
    free === undefined
      ? t("form.extensionHelp", { min, max })
      : t("form.extensionFree", { min, max, free });
  return (
    <TextInput
      control={control}
      name={name}
      label={t("account.extension")}
      help={
        holder === undefined ? (
          limits
        ) : (
          <TakenExtension holder={holder} extension={typed} free={free} onTake={field.onChange} />
        )
      }
      {...(holder !== undefined && isSure && { reason: t("form.extensionTaken") })}
      inputMode="numeric"
      required
    />
  );
}

interface TakenProps {
  holder: Holder;
  extension: number;
  free: number | undefined;
  onTake: (extension: string) => void;
}

/** Who has it, with the way there, and the next free one to take instead. */
function TakenExtension({ holder: { id, name }, extension, free, onTake }: TakenProps) {
  const t = useText();
  return (
    <span className={styles.taken}>
      <strong>{t("form.extensionHolder", { name })}</strong>{" "}
      <Link to={paths.sipAccount(id)}>{t("form.extensionOpen", { extension, name })}</Link>
      {free !== undefined && (
        <Button
          size="small"
          variant="outlined"
          onClick={({ currentTarget }) => {
            // It goes away with the words: the focus goes on to what it has changed.
            currentTarget
              .closest("form")
              ?.querySelector<HTMLInputElement>("[data-field=number]")
              ?.focus();
            onTake(String(free));
          }}
        >
          {t("form.extensionTake", { free })}
        </Button>
      )}
    </span>
  );
}
