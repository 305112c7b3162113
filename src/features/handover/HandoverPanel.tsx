import Button from "@mui/material/Button";
import { Link, useSearchParams } from "react-router";
import { useClosePanel } from "#common/useClosePanel.ts";
import { MAX_IDS, readIds } from "#domain/handover/ids.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { EmptyState } from "#ui/EmptyState.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { OneAccount } from "./OneAccount.tsx";

/** Most hand over one account. */
const ManyAccounts = lazyPart(
  async () => (await import("./ManyAccounts.tsx")).ManyAccounts,
  () => undefined,
);

/** `/sip/handover?ids=25,27,40-45`: accounts on their way to devices and people. */
export function HandoverPanel() {
  const [params] = useSearchParams();
  const list = params.get("ids") ?? "";
  const read = readIds(list);
  if ("problem" in read) return <UnreadableIds problem={read.problem} />;
  const [first] = read.ids;
  // Other ids are another panel: no password of the ones before stays in it.
  return read.ids.length === 1 && first !== undefined ? (
    <OneAccount key={list} id={first} />
  ) : (
    <ManyAccounts key={list} ids={read.ids} />
  );
}

function UnreadableIds({ problem }: { problem: "none" | "unreadable" | "tooMany" }) {
  const t = useText();
  const formats = useFormats();
  const title = t(`handover.${problem}`);
  usePanelTitle(title);
  const close = useClosePanel(paths.sip());
  return (
    <SidePanel title={title} onClose={() => void close()}>
      <div className={panel.body}>
        <EmptyState
          icon="phone"
          title={title}
          text={t(`handover.${problem}Text`, { max: formats.number(MAX_IDS) })}
          actions={
            <Button component={Link} to={paths.sip()} variant="outlined">
              {t("handover.toList")}
            </Button>
          }
        />
      </div>
    </SidePanel>
  );
}
