import type { ReactNode } from "react";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";

/** A notice beside a field that does not block saving. */
export function Hint({ children }: { children: ReactNode }) {
  return (
    <span className="hint small attention">
      <Icon name="warning" size={16} />
      <span>{children}</span>
    </span>
  );
}

/** Marks a field that the provider does not return, until it is filled in. */
export function ReentryHint() {
  const t = useText();
  return <Hint>{t("scenarioForm.asked")}</Hint>;
}
