import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { type AlertChannel, CHANNEL_TYPES } from "#api/alerts.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { usePanelForm } from "#common/usePanelForm.tsx";
import { useCreateChannel, useUpdateChannel } from "#domain/alerts/mutations.ts";
import { alertChannelsQuery } from "#domain/alerts/queries.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { FormPanel, PanelForm } from "#ui/form/FormPanel.tsx";
import { RadioInput } from "#ui/form/RadioInput.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import { ChannelInputs } from "./ChannelInputs.tsx";
import { type ChannelValues, createResolver, DRAFT, FIELDS } from "./channelSchema.ts";
import { toTarget, updateResolver } from "./channelSchema.ts";
import { NotYet } from "./NotYet.tsx";

/** `/alerts/channels/new?type=` and `/alerts/channels/:id`: where alerts are sent. */
export function ChannelPanel() {
  const { id } = useParams();
  return id === "new" ? <CreatePanel /> : <EditPanel id={id ?? ""} />;
}

function CreatePanel() {
  const t = useText();
  const locale = useLocale();
  const [params] = useSearchParams();
  const create = useCreateChannel();
  const close = useClosePanel(paths.alerts());
  const [defaultValues] = useState((): ChannelValues => {
    const type = CHANNEL_TYPES.find((one) => one === params.get("type")) ?? "email";
    const target = { type, to: "", chat: "", url: "" };
    return { name: "", language: locale, isOn: true, target, secret: "" };
  });
  const { form, panel } = usePanelForm({
    resolver: createResolver,
    defaultValues,
    shape: DRAFT,
    of: null,
    params: ["type"],
    fields: () => FIELDS,
    close,
    save: async (body) => {
      await create.mutateAsync({ body });
      return { message: t("alerts.channel.created", { name: body.name }) };
    },
  });
  return (
    <FormPanel
      title={t("alerts.channel.newTitle")}
      submitLabel={t("alerts.channel.create")}
      {...panel}
    >
      <RadioInput
        control={form.control}
        name="target.type"
        label={t("alerts.channel.type")}
        options={CHANNEL_TYPES.map((value) => ({
          value,
          label: t(`alerts.type.${value}`),
          help: t(`alerts.channel.${value}Help`),
        }))}
      />
      <ChannelInputs control={form.control} opened={undefined} />
    </FormPanel>
  );
}

function EditPanel({ id }: { id: string }) {
  const t = useText();
  const close = useClosePanel(paths.alerts());
  const channels = useQuery(alertChannelsQuery());
  const channel = channels.data?.items.find((one) => one.id === id);
  const title = t("alerts.channel.editTitle");
  usePanelTitle(title);
  return (
    <SidePanel title={title} onClose={() => void close()}>
      {channel === undefined ? (
        <NotYet
          list={channels}
          loadingText={t("alerts.channelsLoading")}
          goneText={t("alerts.missingChannel")}
        />
      ) : (
        <EditForm key={id} channel={channel} close={close} />
      )}
    </SidePanel>
  );
}

interface FormProps {
  channel: AlertChannel;
  close: () => Promise<void>;
}

function EditForm({ channel, close }: FormProps) {
  const t = useText();
  const update = useUpdateChannel();
  const [opened] = useState((): ChannelValues => {
    const { name, language, isOn, target } = channel;
    return { name, language, isOn, target: toTarget(target), secret: "" };
  });
  const [resolver] = useState(() => updateResolver(opened.target));
  const { form, panel } = usePanelForm({
    resolver,
    defaultValues: opened,
    shape: DRAFT,
    of: opened,
    fields: () => FIELDS,
    close,
    save: async (body) => {
      await update.mutateAsync({ params: { id: channel.id }, body });
      return { message: t("alerts.saved", { name: body.name ?? channel.name }) };
    },
  });
  return (
    <PanelForm submitLabel={t("alerts.save")} {...panel}>
      <ChannelInputs control={form.control} opened={opened.target} />
    </PanelForm>
  );
}
