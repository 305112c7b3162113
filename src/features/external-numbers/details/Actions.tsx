import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import type { ExternalRow } from "#domain/externalNumbers/rows.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { lazyPart } from "#ui/lazyPart.tsx";
import panel from "#ui/SidePanel.module.css";
import { useText } from "#i18n/texts.ts";

const DisconnectDialog = lazyPart(
  async () => (await import("./DisconnectDialog.tsx")).DisconnectDialog,
  ({ onClose }) => onClose(),
);

/** The actions on a number. Where there are none, the details explain why. */
export function Actions({ row, number }: { row: ExternalRow; number: string }) {
  const t = useText();
  const { search } = useLocation();
  const [deleting, setDeleting] = useState(false);
  const { kind, connectionId } = row;
  if (kind === undefined || connectionId === undefined) return null;
  const to = (pathname: string) => ({ to: { pathname, search }, state: OVER_PAGE });
  return (
    <div className={panel.foot}>
      <div className="buttons">
        <AdminsOnly>
          <Button
            component={Link}
            {...to(paths.externalForward(kind, connectionId))}
            variant="contained"
            preventScrollReset
          >
            {t("external.forward")}
          </Button>
          <Button
            component={Link}
            {...to(paths.externalEdit(kind, connectionId))}
            variant="outlined"
            preventScrollReset
          >
            {t("externalDetails.edit")}
          </Button>
          <Button color="error" onClick={() => setDeleting(true)}>
            {t("externalDetails.disconnect")}
          </Button>
        </AdminsOnly>
      </div>
      {deleting && (
        <DisconnectDialog
          type={kind}
          id={connectionId}
          number={number}
          onClose={() => setDeleting(false)}
        />
      )}
    </div>
  );
}
