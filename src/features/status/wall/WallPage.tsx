import { useCallback, useEffect, useMemo, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { ErrorState } from "#common/ErrorState.tsx";
import { useErrorText } from "#common/errorText.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { useDocumentTitle } from "#ui/pageTitle.ts";
import { usePollInterval } from "../pollInterval.ts";
import type { BoardView } from "../board/view.ts";
import { useTabBadge } from "../watch/tabBadge.ts";
import { useDrops } from "./drops.ts";
import { isFullScreen, leaveFullScreen } from "./fullScreen.ts";
import { Pager } from "./Pager.tsx";
import { planWall } from "./plan.ts";
import { useSize } from "./useSize.ts";
import { useTurning } from "./useTurning.ts";
import { useWall } from "./useWall.ts";
import { WallBar } from "./WallBar.tsx";
import { WallGrid } from "./WallGrid.tsx";
import styles from "./Wall.module.css";

/** `/status/wall`: the board for a screen on the wall; the address's filters apply here too. */
export function WallPage({ isSessionKnown }: { isSessionKnown: boolean }) {
  const t = useText();
  const toErrorText = useErrorText();
  useDocumentTitle(t("wall.title"));
  const [every] = usePollInterval();
  const wall = useWall(every, isSessionKnown);
  const { items, first, others, view, counts, accounts, statuses } = wall;
  const complete = accounts.data?.complete === true;
  const known = statuses.data !== undefined;
  useTabBadge(known && complete ? counts.offline : undefined);
  const container = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(container);
  const plan = useMemo(
    () => planWall(first, others, { width, height }),
    [first, others, width, height],
  );
  const { staying, share, pages } = plan;
  const turning = useTurning(pages.length);
  const page = pages[turning.page];
  const drops = useDrops(items);
  const leave = useLeave();
  const isLoading = accounts.data === undefined && !accounts.isError;
  const emptyKey = isLoading ? "board.loading" : emptyTitle(wall.isEmpty, view);
  return (
    <div className={styles.wall} translate="no">
      <WallBar
        counts={counts}
        lines={wall.lines}
        known={known}
        complete={complete}
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
        {items.length === 0 && !(accounts.data === undefined && accounts.isError) && (
          <p className={styles.calm}>{emptyKey === "list.noMatch" ? t(emptyKey) : t(emptyKey)}</p>
        )}
        {staying !== undefined && (
          <div style={{ height: page === undefined ? "100%" : `${share * 100}%` }}>
            <WallGrid page={staying} label={t("wall.first")} drops={drops} />
          </div>
        )}
        {page !== undefined && (
          <div className={styles.turning} key={turning.page}>
            <WallGrid page={page} label={t("wall.tiles")} drops={drops} />
          </div>
        )}
      </main>
      {pages.length > 1 && <Pager pages={pages.length} turning={turning} />}
    </div>
  );
}

/** Shown where there is no tile. */
function emptyTitle(isEmpty: boolean, { q, state, only }: BoardView) {
  if (isEmpty) return "board.empty";
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
