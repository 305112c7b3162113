import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "react-router";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { csvSeparator } from "#lib/csv.ts";
import { paths } from "#paths";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { exportAccounts } from "./exportAccounts.ts";

/** What else can be done with the list of accounts: the content of a menu. */
export function ListMenu() {
  const t = useText();
  return (
    <>
      <AdminsOnly>
        <Button component={Link} to={paths.sipImport()}>
          {t("sipMenu.import")}
        </Button>
      </AdminsOnly>
      <ExportButton />
      <Button component={Link} to={paths.sipPhoneBook()}>
        {t("sipMenu.phoneBook")}
      </Button>
    </>
  );
}

/** Saves what the list shows. */
function ExportButton() {
  const t = useText();
  const locale = useLocale();
  const client = useQueryClient();
  const { search } = useLocation();
  const saving = useSingleFlight();
  return (
    <Button
      onClick={() => void saving.run(() => exportAccounts(client, search, csvSeparator(locale)))}
    >
      {t("sipMenu.export")}
    </Button>
  );
}
