import { useLocation } from "react-router";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import { useText } from "#i18n/texts.ts";
import { useRowFromRoute, useInitialValue } from "../useRowFromRoute.ts";
import { RowMissing } from "../RowMissing.tsx";
import { ForwardForm } from "./ForwardForm.tsx";

/** `/external-numbers/:type/:id/forward`: where the calls to a number go. */
export function ForwardPanel() {
  const { key, ...addressed } = useRowFromRoute();
  return <Panel key={key} {...addressed} />;
}

function Panel({ found, why, list }: Omit<ReturnType<typeof useRowFromRoute>, "key">) {
  const t = useText();
  const phone = usePhoneFormat();
  const { search } = useLocation();
  const close = useClosePanel({ pathname: paths.externalNumbers(), search });
  const opened = useInitialValue(found);
  const title =
    opened === undefined
      ? t("forwarding.titleUnknown")
      : t("forwarding.title", { number: phone(opened.row.number) });
  usePanelTitle(title);
  return (
    <SidePanel title={title} wide onClose={() => void close()}>
      {opened === undefined ? (
        <RowMissing list={list} why={why} />
      ) : (
        <ForwardForm
          target={{ number_type: opened.kind, number_id: opened.id }}
          number={opened.row.number}
          onClose={close}
        />
      )}
    </SidePanel>
  );
}
