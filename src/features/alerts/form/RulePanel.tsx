import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import type { AlertRule, AlertRuleFields, listAlertRules } from "#api/alerts.ts";
import type { Result } from "#api/operation.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { usePanelForm } from "#common/usePanelForm.tsx";
import { useCreateRule, useUpdateRule } from "#domain/alerts/mutations.ts";
import { alertRulesQuery } from "#domain/alerts/queries.ts";
import { accountsQuery } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { PanelForm } from "#ui/form/FormPanel.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import { NEW_RULE, presetCondition, PRESETS } from "../presets.ts";
import { NotYet } from "./NotYet.tsx";
import { RuleInputs } from "./RuleInputs.tsx";
import { createResolver, DRAFT, FIELDS, toValues, updateResolver } from "./ruleSchema.ts";

type Rules = Result<typeof listAlertRules>;

/** `/alerts/rules/new?as=` and `/alerts/rules/:id`: of what is told, to whom and when. */
export function RulePanel() {
  const t = useText();
  const { id } = useParams();
  const [params] = useSearchParams();
  const close = useClosePanel(paths.alerts());
  const rules = useQuery(alertRulesQuery());
  const isNew = id === "new";
  const preset = PRESETS.find((one) => isNew && one === params.get("as"));
  // Half of how many there are; where that can't be read, the form begins with a few.
  const needsCount = preset === "many";
  const accounts = useQuery({ ...accountsQuery(), enabled: needsCount });
  const isCounted = !needsCount || accounts.data?.complete === true || accounts.isError;
  const known = rules.data?.items.find((one) => one.id === id);
  const title = t(isNew ? "alerts.rule.newTitle" : "alerts.rule.editTitle");
  usePanelTitle(title);
  const count = accounts.data?.total ?? accounts.data?.items.length ?? 20;
  const content = () => {
    const notYet = (goneText?: string) => (
      <NotYet list={rules} loadingText={t("alerts.loading")} goneText={goneText} />
    );
    if (rules.data === undefined || !isCounted) return notYet();
    if (isNew) {
      const condition = presetCondition(preset ?? "offline", count);
      const name = preset === undefined ? "" : t(`alerts.preset.${preset}`);
      const rule = { ...newRule(rules.data), name, condition };
      return <CreateForm rule={rule} isForSome={preset === "offline"} close={close} />;
    }
    if (known === undefined) return notYet(t("alerts.missing"));
    return <EditForm key={known.id} rule={known} close={close} />;
  };
  return (
    <SidePanel title={title} onClose={() => void close()}>
      {content()}
    </SidePanel>
  );
}

function newRule({ channels }: Rules): Omit<AlertRuleFields, "name" | "condition"> {
  const [only, ...others] = channels;
  return {
    ...NEW_RULE,
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    channels: only !== undefined && others.length === 0 ? [only.id] : [],
  };
}

interface FormProps {
  rule: AlertRuleFields;
  close: () => Promise<void>;
}

function CreateForm({ rule, isForSome, close }: FormProps & { isForSome: boolean }) {
  const t = useText();
  const create = useCreateRule();
  const [defaultValues] = useState(() => ({
    ...toValues(rule),
    ...(isForSome ? { scope: "some" as const } : {}),
  }));
  const { form, panel } = usePanelForm({
    resolver: createResolver,
    defaultValues,
    shape: DRAFT,
    of: null,
    params: ["as"],
    fields: () => FIELDS,
    close,
    save: async (body) => {
      await create.mutateAsync({ body });
      return { message: t("alerts.rule.created", { name: body.name }) };
    },
  });
  return (
    <PanelForm submitLabel={t("alerts.rule.create")} {...panel}>
      <RuleInputs form={form} />
    </PanelForm>
  );
}

function EditForm({ rule, close }: Omit<FormProps, "rule"> & { rule: AlertRule }) {
  const t = useText();
  const update = useUpdateRule();
  const [opened] = useState(() => toValues(rule));
  const { form, panel } = usePanelForm({
    resolver: updateResolver,
    defaultValues: opened,
    shape: DRAFT,
    of: opened,
    fields: () => FIELDS,
    close,
    save: async (body) => {
      await update.mutateAsync({ params: { id: rule.id }, body });
      return { message: t("alerts.saved", { name: body.name ?? rule.name }) };
    },
  });
  return (
    <PanelForm submitLabel={t("alerts.save")} {...panel}>
      <RuleInputs form={form} />
    </PanelForm>
  );
}
