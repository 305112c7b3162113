import { useMemo } from "react";
import { useLocation, useOutletContext } from "react-router";
import { useClosePanel } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { useText } from "#i18n/texts.ts";
import type { useBoard } from "../board/useBoard.ts";
import { ChangesList } from "../watch/ChangesList.tsx";

/** `/status/changes`: the last changes, on screens too narrow to show them beside the table. */
export function ChangesPanel() {
  const t = useText();
  const { search, state } = useLocation();
  // Replaces this panel in the history, so that it closes to where this one would.
  const links = useMemo(
    () => ({
      to: (id: number) => paths.statusAccount(id) + search,
      state: state as unknown,
      replace: true,
    }),
    [search, state],
  );
  const { changes } = useOutletContext<ReturnType<typeof useBoard>>();
  const close = useClosePanel({ pathname: paths.status(), search });
  usePanelTitle(t("board.changes"));
  return (
    <SidePanel title={t("board.changes")} onClose={() => void close()}>
      <div className={panel.body}>
        <ChangesList changes={changes} links={links} />
      </div>
    </SidePanel>
  );
}
