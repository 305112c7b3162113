import { StateMark, type StateShape } from "#ui/StateMark.tsx";
import { Icon, type IconName } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import type { PendingStatus } from "../draft/pendingStatus.ts";
import styles from "./List.module.css";

const SHAPES: Partial<Record<PendingStatus, StateShape>> = {
  open: "filled",
  openAs: "filled",
  closed: "ring",
};
/** Pending changes, and the unknown state. */
const ICONS: Partial<Record<PendingStatus, IconName>> = {
  willOpen: "plus",
  willOpenAlong: "plus",
  willClose: "minus",
  willCloseAlong: "minus",
  conflict: "warning",
};

interface Props {
  status: PendingStatus;
  /** Name of the country that this one changes along with. */
  along: string;
}

/** The state of a country, or its pending change, as a shape and text. */
export function StateLabel({ status, along }: Props) {
  const t = useText();
  const icon = ICONS[status];
  return (
    <span className="inline-row gap-8">
      {icon === undefined ? (
        <StateMark shape={SHAPES[status] ?? "dashed"} quiet={status === "closed"} />
      ) : (
        <span className={`attention ${styles.pending}`}>
          <Icon name={icon} size={16} />
        </span>
      )}
      <span className="truncate">{t(`directions.state.${status}`, { name: along })}</span>
    </span>
  );
}
