import { EmptyState } from "#ui/EmptyState.tsx";
import { useText } from "#i18n/texts.ts";

/** Numbers are given by user, so the first step is to say whose. */
export function NoUser() {
  const t = useText();
  return <EmptyState icon="spark" title={t("smart.noUser")} text={t("smart.noUserText")} />;
}
