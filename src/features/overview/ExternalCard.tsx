import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { listExternalNumbers, listExternalStatuses } from "#api/externalNumbers.ts";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { paths } from "#paths";
import { useText } from "#i18n/texts.ts";
import { Card } from "./Card.tsx";
import { Figure } from "./Figure.tsx";
import { type Mark, Marks } from "./Marks.tsx";
import styles from "./Overview.module.css";

const SHAPES = { lost: "ring", registered: "filled", unknown: "dashed" } as const;
/** What needs attention comes first. */
const SHOWN = ["lost", "registered", "unknown"] as const;

const toState = (state: (typeof SHOWN)[number]) => ({
  pathname: paths.externalNumbers(),
  search: `?state=${state}`,
});

/** Which numbers of other operators receive no calls because they are not registered. */
export function ExternalCard() {
  const t = useText();
  const phone = usePhoneFormat();
  const { rows, list, registrations, invalidRows, invalidRegistrations } = useExternalRows();
  const ate = rows.filter(({ state }) => state !== undefined);
  const toMark = ({ id, kind, connectionId, number, state = "unknown" }: ExternalRow): Mark => ({
    key: id,
    text: phone(number),
    label: t("overview.mark", {
      name: phone(number),
      state: t(`overview.registration.${state}`, { n: 1 }),
    }),
    shape: SHAPES[state],
    to:
      kind === undefined || connectionId === undefined
        ? paths.externalNumbers()
        : paths.externalNumber(kind, connectionId),
  });
  const direct = rows.filter(({ kind }) => kind === "sipuri").length;
  // The list alone holds yes or no too, so missing statuses cause only a notice.
  const asking = registrations.data === undefined && registrations.fetchStatus === "fetching";
  const registrationsSource = {
    query: registrations,
    what: t("overview.registrations"),
    at: Math.max(list.dataUpdatedAt, registrations.dataUpdatedAt),
  };
  return (
    <Card
      icon="trunk"
      title={t("overview.external")}
      to={paths.externalNumbers()}
      sources={[{ query: list }, registrationsSource]}
      ready={list.data !== undefined && (!asking || registrations.isError)}
    >
      {() => (
        <>
          {ate.length > 0 && (
            <div className={styles.figures}>
              {SHOWN.map((state) => {
                const value = ate.filter((row) => row.state === state).length;
                return state !== "unknown" || value > 0 ? (
                  <Figure
                    key={state}
                    value={value}
                    label={t(`overview.registration.${state}`, { n: value })}
                    shape={SHAPES[state]}
                    to={toState(state)}
                  />
                ) : null;
              })}
            </div>
          )}
          <Marks label={t("overview.marks.lines")} marks={ate.map(toMark)} />
          <InvalidRowsNotice rows={invalidRows} operation={listExternalNumbers} />
          <InvalidRowsNotice rows={invalidRegistrations} operation={listExternalStatuses} />
          {rows.length === 0 && invalidRows.length === 0 && (
            <p className="muted">{t("overview.noExternal")}</p>
          )}
          {direct > 0 && <p className="muted">{t("overview.direct", { n: direct })}</p>}
        </>
      )}
    </Card>
  );
}
