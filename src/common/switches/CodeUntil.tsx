import { useQuery } from "@tanstack/react-query";
import { isOpen, switchesQuery } from "#domain/switches/queries.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Switches.module.css";
import { useExactMoment, useMomentText } from "./useMomentText.ts";

/** Until when a dial code is open; nothing where no timer closes it. */
export function CodeUntil({ code }: { code: string }) {
  const t = useText();
  const momentText = useMomentText();
  const exact = useExactMoment();
  const { data: until } = useQuery({
    ...switchesQuery(),
    // The moment alone: a poll that changed nothing else renders nothing.
    select: (items) =>
      items.find(
        (item) => isOpen(item) && item.subject.kind === "direction" && item.subject.code === code,
      )?.until,
  });
  if (until === undefined) return null;
  const at = Date.parse(until);
  return (
    <span className={`muted caption ${styles.code}`} title={exact(at)}>
      {t("timer.direction.until", { when: momentText(at) })}
    </span>
  );
}
