import { Link } from "react-router";
import type { ConnectionType } from "#api/externalNumbers.ts";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { useRememberedForwarding } from "#domain/externalNumbers/remembered.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { RememberedDestination } from "../forwarding/lazyRemembered.ts";
import styles from "./ExternalTable.module.css";

interface Props {
  kind: ConnectionType;
  id: number;
  /** Digits of the number. */
  digits: string;
  /** The number as shown. */
  number: string;
  search: string;
}

/** A link to the forwarding of a number: where it goes, if that was set through Pult. */
export function ForwardingLink({ kind, id, digits, number, search }: Props) {
  const t = useText();
  const target = { number_type: kind, number_id: id };
  const remembered = useRememberedForwarding(target);
  const name = t("external.forwardOf", { number });
  const address = { pathname: paths.externalForward(kind, id), search };
  const link = { className: styles.forwarding, to: address, state: OVER_PAGE };
  if (remembered?.certain !== true) {
    return (
      <Link {...link} aria-label={name} title={name} preventScrollReset>
        {t("external.forward")}
      </Link>
    );
  }
  return (
    <Link {...link} preventScrollReset>
      <span className="visually-hidden">{name} </span>
      <RememberedDestination remembered={remembered} target={target} number={digits} />
    </Link>
  );
}
