import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { requestedAt } from "#common/query.ts";
import { statusesQuery } from "#domain/sip/queries.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Badges.module.css";

const TICK_MS = 1000;
/** A response younger than this is shown as "just now". */
const NOW_MS = 10_000;

/**
 * The age of the statuses. Written to the DOM directly: neither a response that changed nothing nor a
 * passing second may cause a render.
 */
export function Age({ every, className }: { every: number; className?: string | undefined }) {
  const t = useText();
  const formats = useFormats();
  const client = useQueryClient();
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { queryKey } = statusesQuery();
    const write = () => {
      const { current } = element;
      if (current === null) return;
      const at = requestedAt(client.getQueryCache().find({ queryKey, exact: true }));
      const age = Date.now() - at;
      // One poll may be in flight; when a second one is due too, the data is late.
      const late = at > 0 && age > (2 * every + 5) * 1000;
      const ago = () => t("fresh.updated", { ago: formats.ago(age) });
      const describe = () => {
        if (at === 0) return "";
        if (late)
          return t("board.late", { time: formats.moment(at, Date.now()), ago: formats.ago(age) });
        return age < NOW_MS ? t("fresh.now") : ago();
      };
      const text = describe();
      if (current.textContent !== text) current.textContent = text;
      current.toggleAttribute("data-late", late);
    };
    write();
    const timer = setInterval(write, TICK_MS);
    const stop = client.getQueryCache().subscribe(write);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [client, t, every, formats]);
  return (
    <span
      ref={element}
      className={`muted caption tabular ${styles.age} ${className ?? ""}`}
      translate="no"
    />
  );
}
