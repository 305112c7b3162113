import { EmptyState } from "#ui/EmptyState.tsx";
import { useSmartText } from "../messages.ts";

/** Numbers are given by user, so the first step is to say whose. */
export function NoUser() {
  const t = useSmartText();
  return <EmptyState icon="spark" title={t("smart.noUser")} text={t("smart.noUserText")} />;
}
