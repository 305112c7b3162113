import { useRef, useState } from "react";
import { useForm, useFormState } from "react-hook-form";
import { useLocation } from "react-router";
import { ErrorWords } from "#common/ErrorWords.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { useServerErrors } from "#common/useServerErrors.ts";
import { paths } from "#paths";
import { PanelForm } from "#ui/form/FormPanel.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import { toast } from "#ui/toasts.ts";
import { useHere } from "#ui/useHere.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { type Addressed, useAddressedRow, useFirst } from "../addressed.ts";
import { useExternalText } from "../messages.ts";
import { type Connection, useUpdateConnection } from "../mutations.ts";
import { RowMissing } from "../RowMissing.tsx";
import { AskedNotice } from "./AskedNotice.tsx";
import { ConnectionInputs } from "./ConnectionInputs.tsx";
import { type ConnectionValues, draftOf, FIELDS, RESOLVERS } from "./values.ts";

/** `/external-numbers/:type/:id/edit`: opens with what the provider returns of a connection. */
export function EditPanel() {
  const { key, ...addressed } = useAddressedRow();
  return <Panel key={key} {...addressed} />;
}

function Panel({ found, why, list }: Omit<ReturnType<typeof useAddressedRow>, "key">) {
  const t = useExternalText();
  const phone = usePhoneFormat();
  const { search } = useLocation();
  const opened = useFirst(found);
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

function EditForm({ row, kind, id, close }: Addressed & { close: () => Promise<void> }) {
  const t = useExternalText();
  const phone = usePhoneFormat();
  const update = useUpdateConnection();
  const saving = useSingleFlight();
  const saved = useRef(false);
  const here = useHere();
  const [draft] = useState(() => draftOf(row, kind));
  const form = useForm<ConnectionValues, unknown, Connection>({
    resolver: RESOLVERS[kind],
    defaultValues: { ...draft.values, number: phone(row.number) },
    mode: "onTouched",
  });
  const { control, handleSubmit, setError } = form;
  const { isDirty } = useFormState({ control });
  const errors = useServerErrors<ConnectionValues>(setError, () => FIELDS[kind]);
  const save = async (body: Connection) => {
    errors.clear();
    const same = body.host === draft.values.host && String(body.number) === row.number;
    // With a password there is always something new.
    const any = !same || "secret" in body;
    try {
      if (any) await update(kind, id, body);
      saved.current = true;
      toast("done", any ? t("externalForm.saved") : t("externalForm.nothing"));
      if (here.current) await close();
    } catch (error) {
      errors.place(error);
    }
  };
  return (
    <PanelForm
      loading={saving.running}
      submitLabel={t("externalForm.save")}
      submitError={errors.general === undefined ? undefined : <ErrorWords error={errors.general} />}
      dirty={isDirty}
      saved={saved}
      onSubmit={() => void saving.run(() => handleSubmit(save)())}
      onClose={() => void close()}
    >
      <AskedNotice control={control} asked={draft.asked} servers={row.servers} />
      <ConnectionInputs
        control={control}
        kind={kind}
        asked={draft.asked}
        focused={draft.asked[0] ?? "number"}
      />
    </PanelForm>
  );
}
