import { type ReactNode, useEffect } from "react";
import type { To } from "react-router";
import { usePhoneFormat } from "#common/phone.ts";
import { SipStateLabel } from "#common/sip/SipStateLabel.tsx";
import type { SipState } from "#domain/sip/rows.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import { StateMark } from "#ui/StateMark.tsx";
import { listOf } from "./entries.ts";
import type { Entry, Found, FoundGroup } from "./match.ts";
import styles from "./Search.module.css";

/** What Enter may open. */
export interface Option {
  id: string;
  to: To;
}

interface Props {
  /** Begins the ids of the elements. */
  id: string;
  /** The id of the list. */
  list: string;
  found: Found;
  /** The id of the chosen option. */
  active: string | undefined;
  stateOf: (accountId: number) => SipState;
  onPoint: (option: Option) => void;
  onOpen: (option: Option) => void;
}

/** What was found, by group. The focus stays in the field, which names the chosen option. */
export function Results(props: Props) {
  const t = useText();
  const { list, found, active, id } = props;
  useEffect(() => {
    if (active === undefined) return;
    document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: "nearest" });
  }, [id, active]);
  return (
    <div id={list} role="listbox" aria-label={t("search.results")} className={styles.list}>
      {found.groups.map((group) => (
        <ResultGroup key={group.group} {...props} shown={group} />
      ))}
    </div>
  );
}

function ResultGroup({ shown, ...props }: Props & { shown: FoundGroup }) {
  const t = useText();
  const formats = useFormats();
  const { group, entries, total, typed } = shown;
  const heading = `${props.id}-${group}`;
  const isCut = total > entries.length;
  const all = isCut ? listOf(group, typed) : undefined;
  return (
    <div role="group" aria-labelledby={heading} className={styles.group}>
      <div
        id={heading}
        role="presentation"
        className={`row spread caption muted ${styles.heading}`}
      >
        <span className="strong">{t(`search.group.${group}`)}</span>
        {isCut && (
          <span className="tabular">
            {t("search.some", {
              n: formats.number(entries.length),
              total: formats.number(total),
            })}
          </span>
        )}
      </div>
      {entries.map((entry) => (
        <OptionRow key={entry.id} option={entry} {...props}>
          <EntryWords entry={entry} stateOf={props.stateOf} />
        </OptionRow>
      ))}
      {all !== undefined && (
        <OptionRow option={{ id: `all-${group}`, to: all }} {...props}>
          <span className={styles.sign} />
          <span className={styles.all}>{t("search.all", { n: total })}</span>
        </OptionRow>
      )}
    </div>
  );
}

interface RowProps extends Pick<Props, "id" | "active" | "onPoint" | "onOpen"> {
  option: Option;
  children: ReactNode;
}

function OptionRow({ option, id, active, onPoint, onOpen, children }: RowProps) {
  return (
    // The field has the focus and the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`${id}-${option.id}`}
      role="option"
      aria-selected={option.id === active}
      className={`row gap-12 ${styles.option}`}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => option.id !== active && onPoint(option)}
      onClick={() => onOpen(option)}
    >
      {children}
    </div>
  );
}

function EntryWords({ entry, stateOf }: { entry: Entry } & Pick<Props, "stateOf">) {
  const t = useText();
  const format = usePhoneFormat();
  const { icon, title, detail, phone, extension, accountId, open } = entry;
  const number = format(phone);
  return (
    <>
      <span className={`center muted ${styles.sign}`}>
        <Icon name={icon} size={18} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>
          {extension !== undefined && (
            <span className="tabular strong" translate="no">
              {extension}{" "}
            </span>
          )}
          <span className={extension === undefined ? undefined : "strong"}>{title || number}</span>
        </span>
        {(detail !== "" || (title !== "" && number !== "")) && (
          <span className={`small muted tabular ${styles.detail}`}>
            {[title === "" ? "" : number, detail].filter(Boolean).join(" · ")}
          </span>
        )}
      </span>
      {accountId !== undefined && <SipStateLabel state={stateOf(accountId)} />}
      {open !== undefined && (
        <span className="inline-row gap-8 small unbroken">
          <StateMark shape={open ? "filled" : "ring"} quiet={!open} />
          {t(open ? "search.isOpen" : "search.isClosed")}
        </span>
      )}
    </>
  );
}
