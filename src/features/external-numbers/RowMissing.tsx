import Button from "@mui/material/Button";
import { Link, useLocation } from "react-router";
import type { useExternalRows } from "#domain/externalNumbers/useExternalRows.ts";
import { useReasonText } from "#common/errorText.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Notice } from "#ui/Notice.tsx";
import panel from "#ui/SidePanel.module.css";
import { useText } from "#i18n/texts.ts";
import type { MissingReason } from "./useRowFromRoute.ts";
import { withoutOpened } from "./places.ts";

interface Props {
  list: ReturnType<typeof useExternalRows>["list"];
  why: MissingReason;
}

/** Shown in a panel instead of a number: still loading, failed, or not found. */
export function RowMissing({ list, why }: Props) {
  const t = useText();
  // An invalid address can't be found in any list.
  const never = why !== "gone" || list.data !== undefined;
  return (
    <div className={panel.body}>
      {never && <NotFound why={why} />}
      {!never && list.isError && (
        <LoadError error={list.error} onRetry={() => void list.refetch()} />
      )}
      {!never && !list.isError && (
        <div role="status" className="stack gap-16 delayed">
          <span className="visually-hidden">{t("external.loading")}</span>
          <div className="placeholder" />
          <div className="placeholder" />
          <div className="placeholder" />
        </div>
      )}
    </div>
  );
}

function NotFound({ why }: { why: MissingReason }) {
  const t = useText();
  const { search } = useLocation();
  return (
    <EmptyState
      icon="search"
      title={t("external.missing")}
      text={t(`external.missing.${why}`)}
      actions={
        <Button
          component={Link}
          to={{ pathname: paths.externalNumbers(), search: withoutOpened(search) }}
          variant="contained"
          replace
          preventScrollReset
        >
          {t("external.back")}
        </Button>
      }
    />
  );
}

/** Short: the page beneath shows the full error. */
function LoadError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText();
  const reason = useReasonText()(error);
  return (
    <Notice
      tone="problem"
      urgent
      action={
        <Button size="small" onClick={onRetry}>
          {t("ui.retry")}
        </Button>
      }
    >
      {reason}.
    </Notice>
  );
}
