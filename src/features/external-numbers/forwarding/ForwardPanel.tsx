import Button from "@mui/material/Button";
import { type ReactNode, useState } from "react";
import { useLocation, useOutletContext, useParams } from "react-router";
import { type ConnectionType, connectionType } from "#api/externalNumbers.ts";
import { ErrorBlank } from "#common/ErrorBlank.tsx";
import type { useExternalRows } from "#common/external/useExternalRows.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { idOf, paths } from "#paths";
import { Blank } from "#ui/Blank.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { ForwardForm } from "./ForwardForm.tsx";
import styles from "./Forwarding.module.css";
import { useForwardingText } from "./messages.ts";

type Numbers = ReturnType<typeof useExternalRows>;

/** `/external-numbers/:type/:id/forward`: where the calls to a number go. */
export function ForwardPanel() {
  const { type, id } = useParams();
  const kind = connectionType.safeParse(type).data;
  return <Panel key={`${type} ${id}`} kind={kind} id={idOf(id)} />;
}

interface Props {
  /** Undefined where the address names none that can be forwarded. */
  kind: ConnectionType | undefined;
  id: number | undefined;
}

function Panel({ kind, id }: Props) {
  const t = useForwardingText();
  const phone = usePhoneFormat();
  const { search } = useLocation();
  const close = useClosePanel({ pathname: paths.externalNumbers(), search });
  const { rows, list } = useOutletContext<Numbers>();
  const found = rows.find((row) => row.kind === kind && row.connectionId === id)?.number;
  // Kept: a list that is read again must not take a form away from under a hand.
  const [number, setNumber] = useState(found);
  if (number === undefined && found !== undefined) setNumber(found);
  const title =
    number === undefined
      ? t("forwarding.titleUnknown")
      : t("forwarding.title", { number: phone(number) });
  usePanelTitle(title);
  const known = kind !== undefined && id !== undefined;
  const inside = () => {
    if (!known) return <None why={kind === undefined ? "kind" : "id"} onClose={close} />;
    if (number !== undefined) {
      const target = { number_type: kind, number_id: id };
      return <ForwardForm target={target} number={number} onClose={close} />;
    }
    if (list.data !== undefined) return <None why="gone" onClose={close} />;
    return (
      <Body>
        {list.isError ? (
          <ErrorBlank error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <Loading />
        )}
      </Body>
    );
  };
  return (
    <SidePanel title={title} wide onClose={() => void close()}>
      {inside()}
    </SidePanel>
  );
}

const Body = ({ children }: { children: ReactNode }) => (
  <div className={panel.body}>{children}</div>
);

function None({ why, onClose }: { why: "kind" | "id" | "gone"; onClose: () => Promise<void> }) {
  const t = useForwardingText();
  return (
    <Body>
      <Blank
        icon="search"
        title={t("forwarding.none")}
        text={t(`forwarding.none.${why}`)}
        actions={
          <Button variant="contained" onClick={() => void onClose()}>
            {t("forwarding.back")}
          </Button>
        }
      />
    </Body>
  );
}

function Loading() {
  const t = useForwardingText();
  return (
    <div role="status" className={styles.loading}>
      <span className="visually-hidden">{t("forwarding.loading")}</span>
      <div className={styles.bar} />
      <div className={styles.bar} />
      <div className={styles.bar} />
    </div>
  );
}
