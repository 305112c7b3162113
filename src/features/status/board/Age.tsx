import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useCommonText } from "#common/messages.ts";
import { requestedAt } from "#common/query.ts";
import { statusesQuery } from "#common/sip/queries.ts";
import { useFormats } from "#i18n/format.ts";
import { useStatusText } from "../messages.ts";
import styles from "./Age.module.css";

const TICK_MS = 1000;
/** Younger than this, in milliseconds, an answer is told as of just now. */
const NOW_MS = 10_000;

/**
 * How old the statuses are. Written into the page past React: an answer that changed nothing
 * and a second that passed must not make it render.
 */
export function Age({ every, className }: { every: number; className?: string | undefined }) {
  const t = useStatusText();
  const common = useCommonText();
  const formats = useFormats();
  const client = useQueryClient();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { queryKey } = statusesQuery();
    const write = () => {
      const element = place.current;
      if (element === null) return;
      const at = requestedAt(client.getQueryCache().find({ queryKey, exact: true }));
      const age = Date.now() - at;
      // One poll may be on its way; a second one that is due as well is late.
      const late = at > 0 && age > (2 * every + 5) * 1000;
      const ago = () => common("fresh.updated", { ago: formats.ago(age) });
      const words = () => {
        if (at === 0) return "";
        if (late)
          return t("board.late", { time: formats.moment(at, Date.now()), ago: formats.ago(age) });
        return age < NOW_MS ? common("fresh.now") : ago();
      };
      const text = words();
      if (element.textContent !== text) element.textContent = text;
      element.toggleAttribute("data-late", late);
    };
    write();
    const timer = setInterval(write, TICK_MS);
    const stop = client.getQueryCache().subscribe(write);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [client, common, every, formats, t]);
  return <span ref={place} className={`${styles.age} ${className ?? ""}`} translate="no" />;
}
