import { useCallback, useEffect, useMemo, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { ErrorState } from "#common/ErrorState.tsx";
import { useErrorText } from "#common/errorText.ts";
import { paths } from "#paths";
import { useDocumentTitle } from "#ui/pageTitle.ts";
import { useAddressView } from "#common/list/useListView.ts";
import { useText } from "#i18n/texts.ts";
import { usePollInterval } from "../board/pollInterval.ts";
import { useBoard } from "../board/useBoard.ts";
import { type BoardView, boardView } from "../board/view.ts";
import { useTabBadge } from "../watch/tabBadge.ts";
import { chooseTiles } from "./chooseTiles.ts";
import { isFullScreen, leaveFullScreen } from "./fullScreen.ts";
import { layoutGrid } from "./grid.ts";
import { Tile } from "./Tile.tsx";
import { useSize } from "./useSize.ts";
import { WallBar } from "./WallBar.tsx";
import styles from "./Wall.module.css";

/** `/status/wall`: the board for a screen on the wall; the address's filters apply here too. */
export function WallPage() {
  const t = useText();
  const toErrorText = useErrorText();
  useDocumentTitle(t("wall.title"));
  const [every] = usePollInterval();
  const { rows, accounts, statuses } = useBoard(every);
  const { view } = useAddressView(boardView);
  const container = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(container);
  const leave = useLeave();
  const inView = useMemo(() => boardView.apply(rows, { ...view, state: undefined }), [rows, view]);
  const counts = useMemo(() => boardView.count(inView).state, [inView]);
  const known = statuses.data !== undefined && accounts.data?.complete === true;
  useTabBadge(known ? counts.offline : undefined);
  const room = layoutGrid(rows.length, width, height).shown;
  const { tiles, onlineLeft, troubleLeft } = chooseTiles(rows, view, room);
  const grid = layoutGrid(tiles.length, width, height);
  const emptyKey = emptyTitle(rows.length, view);
  return (
    <div className={styles.wall} translate="no">
      <WallBar
        counts={counts}
        known={statuses.data !== undefined}
        complete={accounts.data?.complete === true}
        failure={statuses.isError ? statuses.error : accounts.error}
        invalidRows={
          (accounts.data?.invalidRows.length ?? 0) + (statuses.data?.invalidRows.length ?? 0)
        }
        every={every}
        onLeave={leave}
      />
      <main ref={container} className={styles.place}>
        <h1 className="visually-hidden" tabIndex={-1} data-page-title>
          {t("wall.title")}
        </h1>
        {accounts.data === undefined && accounts.isError && (
          // The wall has no app frame, which would show it elsewhere.
          <ErrorState
            error={accounts.error}
            errorText={toErrorText(accounts.error)}
            onRetry={() => void accounts.refetch()}
          />
        )}
        {accounts.data !== undefined && tiles.length === 0 && (
          <p className={styles.calm}>{emptyKey === "list.noMatch" ? t(emptyKey) : t(emptyKey)}</p>
        )}
        {tiles.length > 0 && (
          <ul
            className={styles.grid}
            aria-label={t("wall.tiles")}
            style={{
              gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
              gridTemplateRows: `repeat(${grid.rows}, minmax(0, 1fr))`,
            }}
          >
            {tiles.map((row) => (
              <Tile key={row.id} row={row} />
            ))}
          </ul>
        )}
      </main>
      {(onlineLeft > 0 || troubleLeft > 0) && (
        <footer className={styles.rest}>
          {troubleLeft > 0 && t("wall.troubleLeft", { n: troubleLeft })}{" "}
          {onlineLeft > 0 && t("wall.onlineLeft", { n: onlineLeft })}
        </footer>
      )}
    </div>
  );
}

/** Shown where there is no tile. */
function emptyTitle(accounts: number, { q, state, only }: BoardView) {
  if (accounts === 0) return "board.empty";
  return q === "" && only === undefined && state === "offline" ? "wall.calm" : "list.noMatch";
}

/** Back to the board, by the button or by Escape where the browser does not use that itself. */
function useLeave(): () => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  const leave = useCallback(() => {
    leaveFullScreen();
    void navigate({ pathname: paths.status(), search }, { replace: true });
  }, [navigate, search]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !isFullScreen()) leave();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [leave]);
  return leave;
}
