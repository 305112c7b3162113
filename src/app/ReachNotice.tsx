import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useFormats } from "#i18n/format.ts";
import { Notice } from "#ui/Notice.tsx";
import { useDataAge } from "./dataAge.ts";
import { useAppText } from "./messages.ts";

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);
const isOnline = () => onlineManager.isOnline();

/** Says that the network is gone and how old the data is; goes by itself. */
export function OfflineNotice({ className }: { className?: string | undefined }) {
  const t = useAppText();
  const formats = useFormats();
  const online = useSyncExternalStore(subscribe, isOnline);
  const at = useDataAge();
  if (online) return null;
  return (
    <div className={className}>
      <Notice tone="attention">
        {at === 0 ? t("app.offlineNoData") : t("app.offline", { time: formats.time(at) })}
      </Notice>
    </div>
  );
}
