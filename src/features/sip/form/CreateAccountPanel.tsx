import { useEffect, useState } from "react";
import { type Control, useWatch } from "react-hook-form";
import { useLocation, useNavigate } from "react-router";
import { isJsonObject } from "#api/errorBody.ts";
import { LIMITS } from "#api/fields.ts";
import { PhoneInput } from "#common/phoneInput/PhoneInput.tsx";
import { useClosePanel } from "#common/useClosePanel.ts";
import { usePanelForm } from "#common/usePanelForm.tsx";
import { useCreateAccount } from "#domain/sip/mutations.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { FormPanel } from "#ui/form/FormPanel.tsx";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { requestResolver } from "#ui/form/resolver.ts";
import { StepperInput } from "#ui/form/StepperInput.tsx";
import styles from "#ui/form/Form.module.css";
import { CREATE_DRAFT, createSchema, type CreateValues, EMPTY, toCreateRequest } from "./schema.ts";
import { SettingsInputs } from "./SettingsInputs.tsx";
import { useExtensions, useTakenResolver } from "./useExtensions.ts";
import { useHandOverAction } from "./useHandOverAction.ts";

const FIELDS = ["number", "name", "role", "aon", "sip_timeout", "phone_number"] as const;
/** These fields are shown only once a phone is typed. */
const PHONE_FIELDS = ["sequence_rule", "phone_timeout"] as const;
const resolver = requestResolver(createSchema, toCreateRequest, {
  formats: { phone_number: "field.phone" },
});

/** `/sip/new`: a new account with its first scenario. */
export function CreateAccountPanel() {
  const t = useText();
  const navigate = useNavigate();
  const { search, state } = useLocation();
  const [like] = useState(() => readLike(state));
  const create = useCreateAccount();
  const handOver = useHandOverAction();
  const extensions = useExtensions();
  const { free } = extensions;
  const suggested = free === undefined ? "" : String(free);
  const takenResolver = useTakenResolver(resolver, extensions);
  const { form, draft, panel } = usePanelForm({
    resolver: takenResolver,
    defaultValues: { ...EMPTY, number: suggested, ...like },
    shape: CREATE_DRAFT,
    of: EMPTY,
    fields: (values) => (values.phone_number.trim() === "" ? FIELDS : [...FIELDS, ...PHONE_FIELDS]),
    close: useClosePanel(`${paths.sip()}${search}`),
    save: async (body) => {
      const { createdId, found } = await create.mutateAsync({ body });
      const id = createdId ?? found?.id;
      const { number: extension, name } = body;
      const searchUrl = `${paths.sip()}?${new URLSearchParams({ q: String(extension) })}`;
      return {
        message:
          id === undefined ? t("form.createdUnknown") : t("form.created", { extension, name }),
        undo: id === undefined ? undefined : handOver(id),
        leave: () =>
          navigate(id === undefined ? searchUrl : paths.sipAccount(id), { replace: true }),
      };
    },
  });
  const { control, getFieldState, getValues, resetField } = form;
  useEffect(() => {
    // The list may arrive after the form. Suggest once: never overwrite what the field holds.
    if (getValues("number") !== "" || getFieldState("number").isDirty) return;
    resetField("number", { defaultValue: suggested });
  }, [suggested, getFieldState, getValues, resetField]);

  const discard = () => {
    draft.discard();
    form.reset({ ...EMPTY, number: suggested, ...like });
  };
  return (
    <FormPanel
      title={t("form.createTitle")}
      submitLabel={t("form.create")}
      {...panel}
      draft={{ ...draft, discard }}
    >
      <SettingsInputs control={control} extensions={extensions} />
      <FirstScenarioInputs control={control} />
    </FormPanel>
  );
}

/** What a link may give the form to begin with. */
const LIKE = ["name", "number", "role", "aon", "sip_timeout"] as const;

/** What a link gave the form to begin with: of another account, or of one that was deleted. */
function readLike(state: unknown): Partial<Pick<CreateValues, (typeof LIKE)[number]>> {
  const like = isJsonObject(state) && isJsonObject(state["like"]) ? state["like"] : {};
  const texts = LIKE.flatMap((key) => {
    const value = like[key];
    return typeof value === "string" || typeof value === "number" ? [[key, String(value)]] : [];
  });
  return Object.fromEntries(texts) as Record<string, string>;
}

/** Where calls to a new account ring. */
function FirstScenarioInputs<R>({ control }: { control: Control<CreateValues, unknown, R> }) {
  const t = useText();
  const [typed, sipTimeout, phoneTimeout] = useWatch({
    control,
    name: ["phone_number", "sip_timeout", "phone_timeout"],
  });
  const timeoutHelp = (timeout: string) =>
    timeout.trim() === "0" ? t("form.timeoutZero") : t("form.timeoutHelp", LIMITS.timeout);
  return (
    <section className="stack gap-16 divided" aria-labelledby="first-scenario">
      <h3 id="first-scenario" className="heading strong">
        {t("form.first")}
      </h3>
      <p className={`muted small ${styles.lead}`}>{t("form.firstHelp")}</p>
      <StepperInput
        control={control}
        name="sip_timeout"
        label={t("form.sipTimeout")}
        help={timeoutHelp(sipTimeout)}
        grid={LIMITS.timeout}
      />
      <PhoneInput
        control={control}
        name="phone_number"
        label={t("form.phone")}
        help={t("form.phoneHelp")}
      />
      {typed.trim() !== "" && (
        <>
          <StepperInput
            control={control}
            name="phone_timeout"
            label={t("form.phoneTimeout")}
            help={timeoutHelp(phoneTimeout)}
            grid={LIMITS.timeout}
          />
          <RadioInput
            control={control}
            name="sequence_rule"
            label={t("form.rule")}
            options={(["single", "simultaneous"] as const).map((value) => ({
              value,
              label: t(`form.rule.${value}`),
              help: t(`form.rule.${value}Help`),
            }))}
          />
        </>
      )}
    </section>
  );
}
