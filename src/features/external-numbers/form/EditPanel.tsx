import { useState } from "react";
import { useForm } from "react-hook-form";
import { useLocation } from "react-router";
import { ErrorMessage } from "#common/ErrorMessage.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { useServerErrors } from "#common/useServerErrors.ts";
import { paths } from "#paths";
import { useFormDraft } from "#ui/form/draft/useFormDraft.ts";
import { PanelForm } from "#ui/form/FormPanel.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import { toast } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import { useText } from "#i18n/texts.ts";
import { type AddressedRow, useRowFromRoute, useInitialValue } from "../useRowFromRoute.ts";
import { type Connection, useUpdateConnection } from "#domain/externalNumbers/mutations.ts";
import { RowMissing } from "../RowMissing.tsx";
import { ReentryNotice } from "./ReentryNotice.tsx";
import { ConnectionInputs } from "./ConnectionInputs.tsx";
import { type ConnectionValues, connectionResolver, DRAFT, toDraft, FIELDS } from "./values.ts";

/** `/external-numbers/:type/:id/edit`: opens with what the provider returns of a connection. */
export function EditPanel() {
  const { key, ...addressed } = useRowFromRoute();
  return <Panel key={key} {...addressed} />;
}

function Panel({ found, why, list }: Omit<ReturnType<typeof useRowFromRoute>, "key">) {
  const t = useText();
  const phone = usePhoneFormat();
  const { search } = useLocation();
  const opened = useInitialValue(found);
  const details = opened && paths.externalNumber(opened.kind, opened.id);
  const close = useClosePanel({ pathname: details ?? paths.externalNumbers(), search });
  const words = opened && { number: phone(opened.row.number) };
  const title = words ? t("externalForm.editTitle", words) : t("externalDetails.title");
  usePanelTitle(title);
  return (
    <SidePanel title={title} onClose={() => void close()}>
      {opened === undefined ? (
        <RowMissing list={list} why={why} />
      ) : (
        <EditForm {...opened} close={close} />
      )}
    </SidePanel>
  );
}

function EditForm({ row, kind, id, close }: AddressedRow & { close: () => Promise<void> }) {
  const t = useText();
  const phone = usePhoneFormat();
  const update = useUpdateConnection();
  const here = useIsStillOnPage();
  const [opened] = useState(() => toDraft(row, kind));
  const [resolver] = useState(() => connectionResolver(kind, row.number));
  const form = useForm<ConnectionValues, unknown, Connection>({
    resolver,
    defaultValues: { ...opened.values, number: phone(row.number) },
    mode: "onTouched",
  });
  const { control, handleSubmit, setError } = form;
  const draft = useFormDraft(form, { shape: DRAFT, of: [opened.values, row.servers] });
  const errors = useServerErrors<ConnectionValues>(setError, () => FIELDS[kind]);
  const save = async (body: Connection) => {
    errors.clear();
    const same = body.host === opened.values.host && String(body.number) === row.number;
    // With a password there is always something new.
    const any = !same || "secret" in body;
    try {
      if (any) await update(kind, id, body);
      draft.finish();
      toast("success", any ? t("externalForm.saved") : t("externalForm.nothing"));
      if (here.current) await close();
    } catch (error) {
      errors.showError(error);
    }
  };
  return (
    <PanelForm
      submitLabel={t("externalForm.save")}
      submitError={
        errors.formError === undefined ? undefined : <ErrorMessage error={errors.formError} />
      }
      draft={draft}
      onSubmit={() => void draft.run(() => handleSubmit(save)())}
      onClose={() => void close()}
    >
      <ReentryNotice control={control} asked={opened.asked} servers={row.servers} />
      <ConnectionInputs
        control={control}
        kind={kind}
        known={row.number}
        reentryFields={opened.asked}
        focused={opened.asked[0] ?? "number"}
      />
    </PanelForm>
  );
}
