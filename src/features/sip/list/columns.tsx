import { type ComponentType, useMemo } from "react";
import { Link } from "react-router";
import { usePhoneFormat } from "#common/phone.ts";
import { SipStateLabel } from "#common/sip/SipStateLabel.tsx";
import { TimelineMini } from "#common/sip/TimelineMini.tsx";
import { isPhoneSilent, timelineText, timelineTotal } from "#common/sip/timelineText.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import type { Column } from "#ui/table/columns.ts";
import { useMediaQuery } from "#ui/useMediaQuery.ts";
import styles from "./SipTable.module.css";
import { Tick, TickAll } from "./Tick.tsx";

/** On narrower screens only the account's own page shows the scenario. */
const NARROW = "screen and (max-width: 56.1875em)";

/** Since when an account has its state, in short. */
export type RowSince = ComponentType<Pick<SipRow, "id" | "state">>;

/**
 * The columns of the list; the same array while language, formatting and width stay the same. Without
 * `Since` a row does not say since when it is offline; without `ticks` none can be selected.
 */
export function useColumns(Since: RowSince | undefined, ticks: boolean): readonly Column<SipRow>[] {
  const t = useText();
  const phone = usePhoneFormat();
  const narrow = useMediaQuery(NARROW);
  return useMemo(() => {
    const columns: Column<SipRow>[] = [
      ...(ticks
        ? [
            {
              id: "tick",
              header: <TickAll />,
              width: "2.75rem",
              cell: (row: SipRow) => <Tick row={row} />,
            },
          ]
        : []),
      {
        id: "state",
        header: t("sip.column.state"),
        width: "11rem",
        sortable: true,
        cell: (row) =>
          row.state === "offline" && Since !== undefined ? (
            <span className={styles.state}>
              <SipStateLabel state={row.state} />
              <span className="caption muted truncate unbroken">
                <Since id={row.id} state={row.state} />
              </span>
            </span>
          ) : (
            <SipStateLabel state={row.state} />
          ),
      },
      {
        id: "extension",
        header: t("sip.column.extension"),
        width: "8rem",
        sortable: true,
        cell: (row) => row.extension,
      },
      {
        id: "name",
        header: t("sip.column.name"),
        sortable: true,
        cell: (row) => (
          <>
            <Link className="row-link" to={paths.sipAccount(row.id)} title={row.name}>
              {row.name}
            </Link>
            {row.role !== "" && <span className="muted"> · {row.role}</span>}
          </>
        ),
      },
      {
        id: "callerId",
        header: t("sip.column.callerId"),
        width: "11rem",
        sortable: true,
        cell: (row) =>
          row.callerId === undefined ? (
            <span className="muted">{t("sip.noCallerId")}</span>
          ) : (
            phone(row.callerId)
          ),
      },
      {
        id: "scenario",
        header: t("sip.column.scenario"),
        cell: (row) =>
          row.scenario ? (
            <ScenarioCell scenario={row.scenario} />
          ) : (
            <span className="muted">{t("sip.noScenario")}</span>
          ),
      },
    ];
    return narrow ? columns.filter(({ id }) => id !== "scenario") : columns;
  }, [t, phone, narrow, Since, ticks]);
}

/** The active scenario: its name, a miniature of its drawing, how long it rings. */
function ScenarioCell({ scenario }: { scenario: NonNullable<SipRow["scenario"]> }) {
  const t = useText();
  const plan = toCallPlan(scenario);
  // Text instead of the drawing, which is too small for something that must not be missed.
  const silent = isPhoneSilent(plan);
  return (
    <span className={`row gap-8 ${styles.scenario}`}>
      <span className={`truncate ${styles.scenarioName}`} title={scenario.name}>
        {scenario.name}
      </span>
      {silent ? (
        <span className={`attention ${styles.silent}`} title={timelineText(plan, t)}>
          <Icon name="warning" size={14} /> {t("timeline.phoneZero")}
        </span>
      ) : (
        <>
          <TimelineMini plan={plan} />
          <span className={`muted ${styles.total}`}>{timelineTotal(plan, t)}</span>
        </>
      )}
    </span>
  );
}
