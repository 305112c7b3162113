import { useRef, useState } from "react";
import { useForm, useFormState } from "react-hook-form";
import { useLocation, useOutletContext, useParams } from "react-router";
import type { ConnectionType } from "#api/externalNumbers.ts";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { ErrorWords } from "#common/ErrorWords.tsx";
import type { ExternalRow } from "#common/external/rows.ts";
import type { useExternalRows } from "#common/external/useExternalRows.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { useServerErrors } from "#common/useServerErrors.ts";
import { idOf, paths } from "#paths";
import { PanelForm } from "#ui/form/FormPanel.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { toast } from "#ui/toasts.ts";
import { useHere } from "#ui/useHere.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useExternalText } from "../messages.ts";
import { type Connection, useUpdateConnection } from "../mutations.ts";
import { AskedNotice } from "./AskedNotice.tsx";
import { ConnectionInputs } from "./ConnectionInputs.tsx";
import { type ConnectionValues, draftOf, FIELDS, RESOLVERS } from "./values.ts";

/** `/external-numbers/:type/:id/edit`: opens with what the provider returns of a connection. */
export function EditPanel() {
  const t = useExternalText();
  const phone = usePhoneFormat();
  const { type = "", id: part } = useParams();
  const { search } = useLocation();
  const { rows, list } = useOutletContext<ReturnType<typeof useExternalRows>>();
  const id = idOf(part);
  const row = rows.find(({ kind, connectionId }) => kind === type && connectionId === id);
  // As it was when the form opened: a refresh meanwhile must not change what is being edited.
  const [opened, setOpened] = useState(row);
  if (opened === undefined && row !== undefined) setOpened(row);
  const details = id === undefined ? paths.externalNumbers() : paths.externalNumber(type, id);
  const close = useClosePanel({ pathname: details, search });
  const words = opened && { number: phone(opened.number) };
  const title = words ? t("externalForm.editTitle", words) : t("externalDetails.title");
  usePanelTitle(title);
  const gone = list.data !== undefined;
  return (
    <SidePanel title={title} onClose={() => void close()}>
      {opened?.kind !== undefined && opened.connectionId !== undefined ? (
        <EditForm row={opened} kind={opened.kind} id={opened.connectionId} close={close} />
      ) : (
        <div className={panel.body}>
          {gone && <p role="status">{t("externalDetails.gone")}</p>}
          {!gone && list.isError && <ErrorNotice error={list.error} />}
          {!gone && !list.isError && <p role="status">{t("external.loading")}</p>}
        </div>
      )}
    </SidePanel>
  );
}

interface FormProps {
  row: ExternalRow;
  kind: ConnectionType;
  id: number;
  close: () => Promise<void>;
}

function EditForm({ row, kind, id, close }: FormProps) {
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
