import Button from "@mui/material/Button";
import { Link } from "react-router";
import { CHANNEL_TYPES, createAlertChannel } from "#api/alerts.ts";
import { useMay } from "#common/login.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import styles from "./Alerts.module.css";
import { PRESETS } from "./presets.ts";

/** The first step of a newcomer: where alerts go. */
export function FirstChannel() {
  const t = useText();
  const mayAdd = useMay(createAlertChannel);
  return (
    <EmptyState
      icon="bell"
      title={t("alerts.start")}
      text={t(mayAdd ? "alerts.startText" : "alerts.startSupport")}
      actions={
        mayAdd &&
        CHANNEL_TYPES.map((type, index) => (
          <Button
            key={type}
            variant={index === 0 ? "contained" : "outlined"}
            component={Link}
            to={paths.alertChannel("new", type)}
            state={OVER_PAGE}
          >
            {t(`alerts.type.${type}`)}
          </Button>
        ))
      }
    />
  );
}

/** The second step: of what they tell. */
export function Presets() {
  const t = useText();
  return (
    <section className="stack gap-12" aria-labelledby="alert-presets">
      <div>
        <h2 id="alert-presets" className="heading strong">
          {t("alerts.next")}
        </h2>
        <p className="muted">{t("alerts.nextText")}</p>
      </div>
      <ul className={styles.presets}>
        {PRESETS.map((preset) => (
          <li key={preset} className={`card padded ${styles.preset}`}>
            <Link
              className="row-link"
              to={paths.alertRule("new", preset)}
              state={OVER_PAGE}
              preventScrollReset
            >
              {t(`alerts.preset.${preset}`)}
            </Link>
            <p className="small muted">{t(`alerts.preset.${preset}Text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
