import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { listExternalNumbers, listExternalStatuses } from "#api/externalNumbers.ts";
import { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { paths } from "#paths";
import { useText } from "#i18n/texts.ts";
import { Card } from "./Card.tsx";
import { Figure } from "./Figure.tsx";
import { Names } from "./Names.tsx";
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
  const lost = rows.filter(({ state }) => state === "lost");
  const ate = rows.filter(({ state }) => state !== undefined);
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
          <Names
            label={t("overview.registration.lost", { n: lost.length })}
            items={lost}
            toItem={({ id, kind, connectionId, number, providerStatus }) => ({
              key: id,
              to:
                kind === undefined || connectionId === undefined
                  ? toState("lost")
                  : { pathname: paths.externalNumber(kind, connectionId), search: "?state=lost" },
              name: phone(number),
              note:
                providerStatus === ""
                  ? t("overview.notRegistered")
                  : t("overview.notRegisteredSaid", { word: providerStatus }),
            })}
            to={toState("lost")}
          />
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
