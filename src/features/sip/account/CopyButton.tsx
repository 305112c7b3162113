import IconButton from "@mui/material/IconButton";
import { Icon } from "#ui/icons.tsx";
import { useUiText } from "#ui/messages.ts";
import { useCopy } from "./useCopy.ts";

/** Copies one value; the toast says that it did. */
export function CopyButton({ what, text }: { what: string; text: () => Promise<string> }) {
  const t = useUiText();
  const copy = useCopy();
  const name = t("ui.copy", { what });
  return (
    <IconButton aria-label={name} title={name} onClick={() => void copy(what, text())}>
      <Icon name="copy" />
    </IconButton>
  );
}
