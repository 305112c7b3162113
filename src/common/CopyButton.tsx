import IconButton from "@mui/material/IconButton";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import { useCopy } from "./useCopy.ts";

interface Props {
  /** Names what is copied, in the button's name and in the toast. */
  what: string;
  text: () => Promise<string>;
  /** Texts for errors that only the caller knows. */
  describeError?: ((error: unknown) => string | undefined) | undefined;
}

/** Copies one value, and confirms it with a toast. */
export function CopyButton({ what, text, describeError }: Props) {
  const t = useText();
  const copy = useCopy(describeError);
  const name = t("ui.copy", { what });
  return (
    <IconButton aria-label={name} title={name} onClick={() => void copy(what, text())}>
      <Icon name="copy" />
    </IconButton>
  );
}
