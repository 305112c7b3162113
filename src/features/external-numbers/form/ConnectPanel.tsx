import { useId, useMemo, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import type { ConnectionType } from "#api/externalNumbers.ts";
import { usePhoneFormat } from "#common/phone.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { usePanelForm } from "#common/usePanelForm.tsx";
import { useConnect } from "#domain/externalNumbers/mutations.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import styles from "#ui/form/Form.module.css";
import { describedBy, FieldError } from "#ui/form/Field.tsx";
import { FormPanel } from "#ui/form/FormPanel.tsx";
import { packReason } from "#ui/form/issues.ts";
import { useAddressParams, withParams } from "#ui/useAddressParams.ts";
import { KINDS } from "../view.ts";
import { ConnectionInputs } from "./ConnectionInputs.tsx";
import { connectionResolver, DRAFT, EMPTY, FIELDS } from "./schema.ts";

const NOTHING = [] as const;

/** `/external-numbers/new?kind=`: connects a number. */
export function ConnectPanel() {
  const t = useText();
  const { kind, choose, page } = useKind();
  // Focuses the fields only if the kind was known from the start: choosing one by the arrow keys
  // must not lose the focus.
  const [known] = useState(kind !== undefined);
  const [kindMissing, setKindMissing] = useState(false);
  const firstKind = useRef<HTMLInputElement>(null);
  const phone = usePhoneFormat();
  const navigate = useNavigate();
  const connect = useConnect();
  const type = kind ?? "sipuri";
  const { form, panel, clearError } = usePanelForm({
    resolver: useMemo(() => connectionResolver(type), [type]),
    defaultValues: EMPTY,
    shape: DRAFT,
    of: EMPTY,
    fields: () => FIELDS[type],
    close: useClosePanel(page),
    save: async (body) => {
      const { found } = await connect.mutateAsync({ params: { type }, body });
      const params = { number: phone(String(body.number)) };
      const id = found?.id ?? undefined;
      const { search } = new URL(page, location.origin);
      const to = id === undefined ? page : { pathname: paths.externalNumber(type, id), search };
      return {
        // A toast explains when it is not in the list yet.
        message:
          found === undefined
            ? t("externalForm.connectedUnseen", params)
            : t(`externalForm.connected.${type}`, params),
        leave: () => navigate(to, { replace: true, preventScrollReset: true }),
      };
    },
  });
  const chooseKind = (chosen: ConnectionType) => {
    // Errors of one kind's fields do not apply to the other kind.
    form.clearErrors();
    clearError();
    choose(chosen);
  };
  const submit = () => {
    setKindMissing(kind === undefined);
    if (kind === undefined) firstKind.current?.focus();
    else panel.onSubmit();
  };
  const missing = kindMissing && kind === undefined;
  return (
    <FormPanel
      title={t("externalForm.connectTitle")}
      submitLabel={t("externalForm.connect")}
      {...panel}
      onSubmit={submit}
    >
      <KindChoice
        value={kind}
        first={firstKind}
        onChange={chooseKind}
        error={missing ? packReason({ key: "field.choose" }) : undefined}
      />
      {kind !== undefined && (
        <ConnectionInputs
          control={form.control}
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

interface KindChoiceProps {
  value: ConnectionType | undefined;
  /** Ref to the first choice, for the focus. */
  first: React.RefObject<HTMLInputElement | null>;
  onChange: (kind: ConnectionType) => void;
  /** An encoded error (see `issues.ts`). */
  error: string | undefined;
}

/**
 * How a number is connected, by the credentials that the other operator gave. Kept in the address.
 */
function KindChoice({ value, first, onChange, error }: KindChoiceProps) {
  const t = useText();
  const id = useId();
  return (
    <fieldset className={styles.field} aria-describedby={describedBy(id, error)}>
      <legend className="small strong">{t("externalForm.kind")}</legend>
      {KINDS.map((kind, index) => (
        <label key={kind} className={`beside gap-8 ${styles.radio}`}>
          <input
            ref={index === 0 ? first : undefined}
            type="radio"
            name={id}
            value={kind}
            checked={value === kind}
            onChange={() => onChange(kind)}
            autoFocus={index === 0 && value === undefined}
          />
          <span>
            {t(`external.kind.${kind}`)}{" "}
            <span className="muted">{t(`externalForm.kindHelp.${kind}`)}</span>
          </span>
        </label>
      ))}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
