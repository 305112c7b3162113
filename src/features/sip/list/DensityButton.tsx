import IconButton from "@mui/material/IconButton";
import { Icon } from "#ui/icons.tsx";
import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";
import { useText } from "#i18n/texts.ts";

export function DensityButton({ compact, onToggle }: { compact: boolean; onToggle: () => void }) {
  const t = useText();
  // A phone's rows have one height.
  if (useMediaQuery(PHONE)) return null;
  return (
    <IconButton
      size="small"
      aria-label={t("sip.density")}
      title={t("sip.density")}
      aria-pressed={compact}
      color={compact ? "primary" : "default"}
      onClick={onToggle}
    >
      <Icon name="rows" size={16} />
    </IconButton>
  );
}
