import Button from "@mui/material/Button";
import { useMemo, useRef } from "react";
import { Link, Outlet, useLocation } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { HeaderMore } from "#ui/HeaderMore.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { useMediaQuery } from "#ui/useMediaQuery.ts";
import { useText } from "#i18n/texts.ts";
import { ChangesList } from "../watch/ChangesList.tsx";
import { enterFullScreen } from "../wall/fullScreen.ts";
import { Board } from "./Board.tsx";
import { usePollInterval } from "../pollInterval.ts";
import styles from "./Board.module.css";
import { useBoard, useWeek } from "./useBoard.ts";

/** From this width on, the last changes are shown beside the table. */
const WIDE = "(min-width: 105em)";

/** `/status`: who is not registered now. Details, changes and alerts open over it. */
export function StatusPage() {
  const t = useText();
  const { search } = useLocation();
  const [every, setEvery] = usePollInterval();
  const board = useBoard(every, useWeek());
  const wide = useMediaQuery(WIDE);
  const container = useRef<HTMLDivElement>(null);
  useFocusFallback(container);
  const links = useMemo(
    () => ({ to: (id: number) => paths.statusAccount(id) + search, state: OVER_PAGE }),
    [search],
  );
  return (
    <>
      <PageHeader
        title={t("board.title")}
        lead={t("board.lead")}
        actions={
          <HeaderMore>
            {!wide && (
              <Button
                component={Link}
                to={{ pathname: paths.statusChanges(), search }}
                state={OVER_PAGE}
                preventScrollReset
              >
                {t("board.changes")}
              </Button>
            )}
            <Button
              component={Link}
              to={{ pathname: paths.statusAlerts(), search }}
              state={OVER_PAGE}
              startIcon={<Icon name="bell" size={16} />}
              preventScrollReset
            >
              {t("board.alerts")}
            </Button>
            <Button
              component={Link}
              to={{ pathname: paths.statusWall(), search }}
              variant="outlined"
              startIcon={<Icon name="screen" size={16} />}
              onClick={enterFullScreen}
            >
              {t("board.wall")}
            </Button>
          </HeaderMore>
        }
      />
      <div className={wide ? styles.beside : undefined}>
        <div ref={container} className={styles.main}>
          <Board board={board} every={every} onEvery={setEvery} />
        </div>
        {wide && (
          <aside
            className={`card padded stack gap-12 ${styles.aside}`}
            aria-label={t("board.changes")}
          >
            <h2 className="heading">{t("board.changes")}</h2>
            <ChangesList changes={board.changes} links={links} />
          </aside>
        )}
      </div>
      <Outlet context={board} />
    </>
  );
}
