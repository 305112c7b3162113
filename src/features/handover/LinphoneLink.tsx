import Button from "@mui/material/Button";
import { useCallback, useEffect, useState } from "react";
import { call } from "#api/client.ts";
import { createHandoverLink, LINK_MINUTES } from "#api/handover.ts";
import { useReasonText } from "#common/errorText.ts";
import { withVerification } from "#common/verification.ts";
import type { Connection } from "#domain/handover/credentials.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { basePath } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import { Spinner } from "#ui/Spinner.tsx";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { QrCode } from "./lazyQrCode.ts";
import { TargetHelp } from "./TargetChoice.tsx";
import { useCopySecret } from "./useCopySecret.ts";
import { useDropOnLeave } from "./useSecret.ts";

interface Props {
  id: number;
  /** Whose it is: short number and name. */
  label: string;
  connection: Connection;
}

interface Link {
  /** For a person. */
  address: string;
  /** For Linphone, which reads its settings there. */
  deviceAddress: string;
  /** By this browser's clock, in ms: the server's may differ. */
  until: number;
}

const LINK_MS = LINK_MINUTES * 60_000;
const toAddress = (path: string) => location.origin + basePath + path;

/**
 * A link that works once, without a sign-in: for Linphone on a phone, and for the person with it. It is
 * as much a secret as the password, and lives in this state alone. Give the component a `key` of the
 * connection, which the link holds.
 */
export function LinphoneLink({ id, label, connection }: Props) {
  const t = useText();
  const { link, isOver, error, isMaking, make } = useLink(id, connection);
  const reasonText = useReasonText();
  const again = link !== undefined || isOver;
  return (
    <section className="stack gap-16">
      {location.protocol === "http:" && (
        <Notice tone="attention" quiet>
          {t("handover.linkHttp")}
        </Notice>
      )}
      <div className="row wrap gap-8">
        <Button
          variant={link === undefined ? "contained" : "outlined"}
          startIcon={isMaking ? <Spinner /> : undefined}
          aria-busy={isMaking}
          onClick={make}
        >
          {t(again ? "handover.linkAgain" : "handover.linkMake")}
        </Button>
        <span className="small muted" role="status">
          {isOver && t("handover.linkOver")}
        </span>
      </div>
      {error !== undefined && (
        <Notice tone="problem" urgent>
          {t("handover.linkFailed", { title: reasonText(error) })}
        </Notice>
      )}
      {link !== undefined && <Codes link={link} label={label} />}
      <TargetHelp target="link" />
    </section>
  );
}

/** Makes a link when asked to, and forgets it when it has expired. */
function useLink(id: number, connection: Connection) {
  const flight = useSingleFlight();
  const [state, setState] = useState<{ link?: Link; isOver?: true; error?: unknown }>({});
  const drop = useCallback(() => setState({}), []);
  useDropOnLeave(drop);
  const { link } = state;
  useEffect(() => {
    if (link === undefined) return undefined;
    const timer = setTimeout(() => setState({ isOver: true }), link.until - Date.now());
    return () => clearTimeout(timer);
  }, [link]);
  const make = () =>
    void flight.run(async () => {
      setState({});
      try {
        const body = { account: id, ...connection };
        const until = Date.now() + LINK_MS;
        const { data } = await withVerification(() => call(createHandoverLink, { body }));
        const address = toAddress(data.path);
        setState({ link: { address, deviceAddress: toAddress(data.devicePath), until } });
      } catch (error) {
        setState({ error });
      }
    });
  return { ...state, isMaking: flight.running, make };
}

/** The app's scanner refuses what the phone's camera needs: one code for each. */
function Codes({ link, label }: { link: Link; label: string }) {
  const t = useText();
  const formats = useFormats();
  const copy = useCopySecret();
  return (
    <>
      <p className="strong" role="status">
        {t("handover.linkUntil", { time: formats.time(link.until) })}
      </p>
      <Code name={t("handover.linkScanner")} text={link.deviceAddress} label={label} />
      {/* Between the codes: a camera that sees both reads neither. */}
      <div>
        <Button
          variant="outlined"
          startIcon={<Icon name="copy" size={16} />}
          onClick={() => void copy(Promise.resolve(link.address), t("handover.copiedLink"))}
        >
          {t("handover.copyLink")}
        </Button>
      </div>
      <Code
        name={t("handover.linkCamera")}
        text={`linphone-config:${link.deviceAddress}`}
        label={label}
      />
    </>
  );
}

function Code({ name, text, label }: { name: string; text: string; label: string }) {
  return (
    <div className="stack gap-8">
      <h3 className="subheading strong">{name}</h3>
      <QrCode text={text} label={`${name}: ${label}`} caption={label} />
    </div>
  );
}
