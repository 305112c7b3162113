import Button from "@mui/material/Button";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { Spinner } from "#ui/Spinner.tsx";
import type { Secret } from "./useSecret.ts";

/** Shows what holds the password, for a minute, and hides it. One button, so that it keeps the focus. */
export function SecretToggle({ secret, showLabel }: { secret: Secret; showLabel: string }) {
  const t = useText();
  const { isShown, isOver, isLoading, show, hide } = secret;
  const label = isOver ? t("handover.showAgain") : showLabel;
  const icon = isLoading ? <Spinner /> : <Icon name={isShown ? "eyeOff" : "eye"} size={16} />;
  return (
    <div className="row wrap gap-8">
      <Button
        variant="outlined"
        startIcon={icon}
        aria-busy={isLoading}
        onClick={() => (isShown ? hide() : void show())}
      >
        {isShown ? t("handover.hide") : label}
      </Button>
      <span className="small muted" role="status">
        {isOver && t("handover.hiddenAfter")}
      </span>
    </div>
  );
}
