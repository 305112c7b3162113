import { useQueryClient } from "@tanstack/react-query";
import { FilterChip } from "#ui/FilterChip.tsx";
import { Icon } from "#ui/icons.tsx";
import list from "#ui/table/List.module.css";
import { ListBar } from "#ui/table/ListBar.tsx";
import { SortSelect } from "#ui/table/SortSelect.tsx";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useText } from "#i18n/texts.ts";
import { Age } from "./Age.tsx";
import { POLL_INTERVALS } from "./pollInterval.ts";
import { pollNow } from "./pollNow.ts";
import styles from "./Toolbar.module.css";
import { NO_FILTERS, type BoardView, type Counts, SORTS } from "./view.ts";

interface Props {
  view: BoardView;
  counts: Counts;
  /** Seconds between two polls. */
  every: number;
  onEvery: (seconds: number) => void;
  onChange: (part: Partial<BoardView>) => void;
}

/** Which accounts are shown, and how fresh they are. */
export function Toolbar({ view, counts, every, onEvery, onChange }: Props) {
  const t = useText();
  const filters = (
    <>
      <FilterChip
        text={t("board.all")}
        count={counts.all}
        pressed={view.state === undefined && view.only === undefined}
        onClick={() => onChange({ ...NO_FILTERS, q: view.q })}
      />
      {(["watched", "flapping"] as const).map((only) => (
        <FilterChip
          key={only}
          text={t(`board.only.${only}`)}
          count={counts[only]}
          pressed={view.only === only}
          onClick={() => onChange({ only: view.only === only ? undefined : only })}
        />
      ))}
    </>
  );
  return (
    <ListBar
      label={t("board.filter")}
      filters={filters}
      active={Number(view.only !== undefined)}
      order={
        <>
          <SortSelect
            label={t("board.sort")}
            choices={SORTS.map((by) => ({ by, text: t(`board.column.${by}`) }))}
            value={view.sort.by}
            onChange={(by) => onChange({ sort: { by, descending: false } })}
          />
          <label className={`${list.choice} ${list.atRight}`}>
            {t("board.every")}
            <select value={every} onChange={(event) => onEvery(Number(event.target.value))}>
              {POLL_INTERVALS.map((seconds) => (
                <option key={seconds} value={seconds}>
                  {t("board.seconds", { n: seconds })}
                </option>
              ))}
            </select>
          </label>
        </>
      }
    >
      <Age every={every} />
      <Refresh />
    </ListBar>
  );
}

/** Polls now, bypassing the proxy's shared responses. */
function Refresh() {
  const t = useText();
  const client = useQueryClient();
  const asking = useSingleFlight();
  return (
    <button
      type="button"
      className={styles.refresh}
      aria-label={t("fresh.refresh")}
      title={t("fresh.refresh")}
      data-busy={asking.running || undefined}
      onClick={() => void asking.run(() => pollNow(client))}
    >
      <Icon name="refresh" size={16} />
    </button>
  );
}
