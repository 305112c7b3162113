import IconButton from "@mui/material/IconButton";
import Modal from "@mui/material/Modal";
import Paper from "@mui/material/Paper";
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { type To, resolvePath, useLocation, useNavigate } from "react-router";
import { useText } from "#i18n/texts.ts";
import { parseSearch } from "#lib/search.ts";
import { Icon } from "#ui/icons.tsx";
import { focusPageTitle } from "#ui/pageTitle.ts";
import { PHONE, useMediaQuery } from "#ui/useMediaQuery.ts";
import { searchWithCommands } from "./commands.ts";
import { listOf } from "./entries.ts";
import type { Entry, Found, Group } from "./match.ts";
import { type Option, Results } from "./Results.tsx";
import styles from "./Search.module.css";
import { SearchState } from "./SearchState.tsx";
import { useSources } from "./useSources.ts";

interface Props {
  onClose: () => void;
}

/** The search of the whole app, over any page: finds while one types, and Enter opens. */
export function SearchDialog({ onClose }: Props) {
  const t = useText();
  const id = useId();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const phone = useMediaQuery(PHONE);
  const sources = useSources();
  const { entries, places, mayChange } = sources;
  const [typed, setTyped] = useState("");
  // Typing has priority: what is found may follow a moment later.
  const shown = useDeferredValue(typed);
  const find = (text: string) =>
    isBlank(text) ? atFirst(places) : searchWithCommands(text, entries, t, mayChange);
  // oxlint-disable-next-line react/exhaustive-deps -- `find` is made of these
  const found = useMemo(() => find(shown), [shown, entries, places, t, mayChange]);
  const options = useMemo(() => listOptions(found), [found]);
  // The first one until the arrow keys or the pointer choose another, for this text only.
  const [chosen, setChosen] = useState({ for: "", id: "" });
  const active =
    options.find((option) => chosen.for === shown && option.id === chosen.id) ?? options[0];
  const choose = (option: Option | undefined) => setChosen({ for: shown, id: option?.id ?? "" });

  const open = (to: To) => {
    flushSync(onClose);
    void navigate(to);
    // On another page its title gets the focus; on this one nothing else would move it.
    if (resolvePath(to).pathname === pathname) focusPageTitle();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const at = active === undefined ? -1 : options.indexOf(active);
    const steps: Partial<Record<string, Option | undefined>> = {
      ArrowDown: options[at + 1] ?? options[0],
      ArrowUp: options[at - 1] ?? options.at(-1),
      Home: options[0],
      End: options.at(-1),
    };
    if (event.key in steps) {
      event.preventDefault();
      choose(steps[event.key]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // Somebody who types fast means what is in the field, and not what is still on screen.
      const meant = typed === shown ? active : listOptions(find(typed))[0];
      if (meant !== undefined) open(meant.to);
    }
  };
  const list = `${id}-list`;
  return (
    <Modal open onClose={onClose}>
      <Paper
        role="dialog"
        aria-modal
        aria-label={t("search.title")}
        className={styles.dialog}
        tabIndex={-1}
      >
        <div className={`row gap-8 muted ${styles.head}`}>
          <Icon name="search" />
          <input
            className={`bare grow ${styles.input}`}
            role="combobox"
            aria-label={t("search.label")}
            aria-autocomplete="list"
            aria-expanded={options.length > 0}
            aria-controls={options.length > 0 ? list : undefined}
            aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
            autoFocus
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            placeholder={t("search.hint")}
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <IconButton aria-label={t("ui.close")} onClick={onClose}>
            <Icon name="close" />
          </IconButton>
        </div>
        <div className={styles.body}>
          <SearchState sources={sources} found={found} typed={isBlank(shown) ? "" : shown.trim()} />
          {options.length > 0 && (
            <Results
              id={id}
              list={list}
              found={found}
              active={active?.id}
              stateOf={sources.stateOf}
              onPoint={choose}
              onOpen={({ to }) => open(to)}
            />
          )}
        </div>
        {!phone && (
          <p className={`row gap-16 caption muted ${styles.foot}`} aria-hidden>
            {(["choose", "open", "close"] as const).map((what) => (
              <span key={what}>{t(`search.keys.${what}`)}</span>
            ))}
          </p>
        )}
      </Paper>
    </Modal>
  );
}

const isBlank = (text: string) => parseSearch(text).words.length === 0;

/** Before anything is typed: the screens and actions. */
function atFirst(places: readonly Entry[]): Found {
  const groups = (["screens", "actions"] as const).map((group: Group) => {
    const entries = places.filter((place) => place.group === group);
    return { group, entries, total: entries.length, typed: "" };
  });
  return { groups, otherLayout: undefined, isByLayout: false };
}

/** What can be chosen, in the order of the screen. */
function listOptions({ groups }: Found): Option[] {
  return groups.flatMap(({ group, entries, total, typed }) => {
    const all = total > entries.length ? listOf(group, typed) : undefined;
    const options: Option[] = entries.map(({ id, to }) => ({ id, to }));
    return all === undefined ? options : [...options, { id: `all-${group}`, to: all }];
  });
}
