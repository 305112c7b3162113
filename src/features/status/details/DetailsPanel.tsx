import Button from "@mui/material/Button";
import { Link, useLocation, useOutletContext, useParams } from "react-router";
import { useClosePanel } from "#common/useClosePanel.ts";
import type { Activate } from "#common/sip/verdict/Diagnosis.tsx";
import { parseId, paths } from "#paths";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { useText } from "#i18n/texts.ts";
import type { useBoard } from "../board/useBoard.ts";
import { Details } from "./Details.tsx";

interface Props {
  Activate: Activate;
}

/** `/status/:id`: what support needs to answer whose phone is not working. */
export function DetailsPanel({ Activate }: Props) {
  const t = useText();
  const { search } = useLocation();
  const { rows, accounts, statuses } = useOutletContext<ReturnType<typeof useBoard>>();
  const id = parseId(useParams().id);
  const row = rows.find((one) => one.id === id);
  const close = useClosePanel({ pathname: paths.status(), search });
  const title =
    row === undefined ? t("details.title") : `${row.account.extension} ${row.account.name}`;
  usePanelTitle(title);
  const missing = row === undefined && accounts.data?.complete === true;
  return (
    <SidePanel title={title} onClose={() => void close()}>
      {row === undefined ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing in it takes the focus, and it scrolls
        <div className={panel.body} tabIndex={0} role="region" aria-label={title}>
          <p role="status">{t(missing ? "details.gone" : "board.loading")}</p>
        </div>
      ) : (
        <Details
          key={id}
          row={row}
          title={title}
          statusesUnread={statuses.isError}
          Activate={Activate}
          more={
            <Button component={Link} to={paths.sipAccount(row.id)}>
              {t("details.open")}
            </Button>
          }
        />
      )}
    </SidePanel>
  );
}
