import { useRef, useState, useMemo } from "react";
import { useForm } from "react-hook-form";
import { useLocation, useNavigate } from "react-router";
import type { ConnectionType, ExternalNumber } from "#api/externalNumbers.ts";
import { ErrorMessage } from "#common/ErrorMessage.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { useServerErrors } from "#common/useServerErrors.ts";
import { paths } from "#paths";
import { useFormDraft } from "#ui/form/draft/useFormDraft.ts";
import { FormPanel } from "#ui/form/FormPanel.tsx";
import { packReason } from "#ui/form/issues.ts";
import { withParams } from "#ui/table/sortParam.ts";
import { toast } from "#ui/toasts.ts";
import { useAddressParams } from "#ui/useAddressParams.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import { type Connection, useConnect } from "#domain/externalNumbers/mutations.ts";
import { useText } from "#i18n/texts.ts";
import { KINDS } from "../view.ts";
import { ConnectionInputs } from "./ConnectionInputs.tsx";
import { KindChoice } from "./KindChoice.tsx";
import { type ConnectionValues, connectionResolver, DRAFT, EMPTY, FIELDS } from "./values.ts";

const NOTHING = [] as const;

/** `/external-numbers/new?kind=`: connects a number. */
export function ConnectPanel() {
  const t = useText();
  const { kind, choose, page } = useKind();
  // Only a kind that was known from the start leads into the fields: choosing one by the arrow
  // keys must not lose the focus.
  const [known] = useState(kind !== undefined);
  const [kindMissing, setKindMissing] = useState(false);
  const firstKind = useRef<HTMLInputElement>(null);
  const close = useClosePanel(page);
  const connect = useConnect();
  const connected = useConnected(page);
  const resolver = useMemo(() => connectionResolver(kind ?? "sipuri"), [kind]);
  const form = useForm<ConnectionValues, unknown, Connection>({
    resolver,
    defaultValues: EMPTY,
    mode: "onTouched",
  });
  const { control, handleSubmit, setError, clearErrors } = form;
  const draft = useFormDraft(form, { shape: DRAFT, of: EMPTY });
  const errors = useServerErrors<ConnectionValues>(setError, () => FIELDS[kind ?? "sipuri"]);

  const save = (chosen: ConnectionType) => async (body: Connection) => {
    errors.clear();
    try {
      const found = await connect(chosen, body);
      draft.finish();
      await connected(chosen, String(body.number), found);
    } catch (error) {
      errors.showError(error);
    }
  };
  const chooseKind = (chosen: ConnectionType) => {
    // What was wrong with one kind says nothing of the other.
    clearErrors();
    errors.clear();
    choose(chosen);
  };
  const submit = () => {
    setKindMissing(kind === undefined);
    if (kind === undefined) firstKind.current?.focus();
    else void draft.run(() => handleSubmit(save(kind))());
  };
  const missing = kindMissing && kind === undefined;
  return (
    <FormPanel
      title={t("externalForm.connectTitle")}
      submitLabel={t("externalForm.connect")}
      submitError={
        errors.formError === undefined ? undefined : <ErrorMessage error={errors.formError} />
      }
      draft={draft}
      onSubmit={submit}
      onClose={() => void close()}
    >
      <KindChoice
        value={kind}
        first={firstKind}
        onChange={chooseKind}
        error={missing ? packReason({ key: "field.choose" }) : undefined}
      />
      {kind !== undefined && (
        <ConnectionInputs
          control={control}
          kind={kind}
          reentryFields={NOTHING}
          focused={known ? "number" : undefined}
        />
      )}
    </FormPanel>
  );
}

/** The kind in the address, and the list's own address beneath. */
function useKind() {
  const { search } = useLocation();
  const { params, change } = useAddressParams();
  const choose = (kind: ConnectionType) =>
    change((old) => withParams(old, { kind }), { replace: true });
  const own = new URLSearchParams(search);
  own.delete("kind");
  const page = own.size === 0 ? paths.externalNumbers() : `${paths.externalNumbers()}?${own}`;
  return { kind: KINDS.find((one) => one === params.get("kind")), choose, page };
}

/** Says that a number is connected and leads to it; to the list where it is not seen there yet. */
function useConnected(page: string) {
  const t = useText();
  const phone = usePhoneFormat();
  const navigate = useNavigate();
  const here = useIsStillOnPage();
  return async (kind: ConnectionType, digits: string, found: ExternalNumber | undefined) => {
    const id = found?.id ?? undefined;
    const words = { number: phone(digits) };
    if (found === undefined) toast("success", t("externalForm.connectedUnseen", words));
    else toast("success", t(`externalForm.connected.${kind}`, words));
    if (!here.current) return;
    const { search } = new URL(page, location.origin);
    const to = id === undefined ? page : { pathname: paths.externalNumber(kind, id), search };
    await navigate(to, { replace: true, preventScrollReset: true });
  };
}
