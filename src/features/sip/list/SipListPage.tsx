import Button from "@mui/material/Button";
import { useRef } from "react";
import { Link, Outlet, useLocation } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { useFocusFallback } from "#ui/useFocusFallback.ts";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useText } from "#i18n/texts.ts";
import { SipList } from "./SipList.tsx";

/** `/sip`: all accounts. The form for a new one lies over it at `/sip/new`. */
export function SipListPage() {
  const t = useText();
  const { search } = useLocation();
  const container = useRef<HTMLDivElement>(null);
  useFocusFallback(container);
  return (
    <>
      <PageHeader
        title={t("sip.title")}
        lead={t("sip.lead")}
        actions={
          <Button
            component={Link}
            to={{ pathname: paths.sipNew(), search }}
            state={OVER_PAGE}
            variant="contained"
            startIcon={<Icon name="plus" size={16} />}
            preventScrollReset
          >
            {t("sip.create")}
          </Button>
        }
      />
      <div ref={container}>
        <SipList />
      </div>
      <Outlet />
    </>
  );
}
