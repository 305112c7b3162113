import { useNavigate } from "react-router";
import { useText } from "#i18n/texts.ts";
import { EmptyState } from "#ui/EmptyState.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";

/** In place of a form that somebody opened by its address whose role does not allow it. */
export function ReadOnlyPanel({ page }: { page: string }) {
  const t = useText();
  const navigate = useNavigate();
  const title = t("role.notYours");
  usePanelTitle(title);
  return (
    <SidePanel title={title} onClose={() => void navigate(page, { replace: true })}>
      <div className={panel.body}>
        <EmptyState icon="eye" title={title} text={t("role.readOnly")} />
      </div>
    </SidePanel>
  );
}
