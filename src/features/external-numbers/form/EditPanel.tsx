import { useState } from "react";
import { type Control, useWatch } from "react-hook-form";
import { useLocation } from "react-router";
import { useUndoAction } from "#common/journal/useUndoAction.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { usePanelForm } from "#common/usePanelForm.tsx";
import { useUpdateConnection } from "#domain/externalNumbers/mutations.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { DebouncedLiveText } from "#ui/DebouncedLiveText.tsx";
import { PanelForm } from "#ui/form/FormPanel.tsx";
import { Notice } from "#ui/Notice.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import { RowMissing } from "../RowMissing.tsx";
import { type AddressedRow, useInitialValue, useRowFromRoute } from "../useRowFromRoute.ts";
import { ConnectionInputs } from "./ConnectionInputs.tsx";
import {
  connectionResolver,
  type ConnectionValues,
  DRAFT,
  type FieldName,
  FIELDS,
  toDraft,
} from "./schema.ts";

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
  const params = opened && { number: phone(opened.row.number) };
  const title = params ? t("externalForm.editTitle", params) : t("externalDetails.title");
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
  const findUndo = useUndoAction();
  const [opened] = useState(() => toDraft(row, kind));
  const [resolver] = useState(() => connectionResolver(kind, row.number));
  const { form, panel } = usePanelForm({
    resolver,
    defaultValues: { ...opened.values, number: phone(row.number) },
    shape: DRAFT,
    of: [opened.values, row.servers],
    fields: () => FIELDS[kind],
    close,
    save: async (body) => {
      const same = body.host === opened.values.host && String(body.number) === row.number;
      // With a password there is always a change.
      if (same && !("secret" in body)) return { message: t("externalForm.nothing") };
      const { entry } = await update.mutateAsync({ params: { type: kind, id }, body });
      return { message: t("externalForm.saved"), undo: await findUndo(entry) };
    },
  });
  const { control } = form;
  return (
    <PanelForm submitLabel={t("externalForm.save")} {...panel}>
      <ReentryNotice control={control} reentryFields={opened.reentryFields} servers={row.servers} />
      <ConnectionInputs
        control={control}
        kind={kind}
        known={row.number}
        reentryFields={opened.reentryFields}
        focused={opened.reentryFields[0] ?? "number"}
      />
    </PanelForm>
  );
}

interface ReentryNoticeProps<R> {
  control: Control<ConnectionValues, unknown, R>;
  reentryFields: readonly FieldName[];
  /** The current servers. */
  servers: readonly string[];
}

/** What the provider did not return, why it is required, and how much is still missing. */
function ReentryNotice<R>({ control, reentryFields, servers }: ReentryNoticeProps<R>) {
  const t = useText();
  const locale = useLocale();
  const values = useWatch({ control });
  if (reentryFields.length === 0) return null;
  const several = servers.length > 1;
  // With several servers, the host was returned, but can't be used.
  const unreturned = reentryFields.filter((name) => name !== "host" || !several);
  const parts = unreturned.map((name) => t(`externalForm.part.${name}`));
  const params = { parts: new Intl.ListFormat(locale).format(parts) };
  const missing = reentryFields.filter((name) => values[name]?.trim() === "").length;
  return (
    <>
      <Notice tone="attention">
        {unreturned.length > 0 && <p>{t("externalForm.asked", params)}</p>}
        {several && (
          <p>{t("externalForm.several", { n: servers.length, servers: servers.join(", ") })}</p>
        )}
      </Notice>
      {/* Outside the notice: otherwise all of it would be announced whenever the count changes. */}
      <DebouncedLiveText
        text={
          missing > 0
            ? t("externalForm.askedLeft", { missing, total: reentryFields.length })
            : t("externalForm.askedDone")
        }
      />
    </>
  );
}
