import { useLayoutEffect, useRef } from "react";
import { Icon } from "#ui/icons.tsx";
import { useMediaQuery } from "#ui/useMediaQuery.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Header.module.css";
import { useSearch } from "./useSearch.ts";

/** A mouse implies a keyboard; on a touch screen there is no key to hint at. */
const KEYBOARD = "(hover: hover) and (pointer: fine)";

/** The search. On a list it filters while typing; elsewhere Enter opens the accounts. */
export function Search({ className }: { className?: string | undefined }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const { searched, value, type, submit } = useSearch();
  const hint = t(`app.searchHint.${searched}`);
  const keyboard = useMediaQuery(KEYBOARD);
  useSlash(input);
  return (
    <form
      role="search"
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={`input-box gap-8 muted ${styles.box}`}>
        <Icon name="search" size={18} />
        <input
          ref={input}
          type="search"
          autoComplete="off"
          value={value}
          maxLength={100}
          aria-label={t(`app.search.${searched}`)}
          placeholder={keyboard ? t("app.searchKey", { hint }) : hint}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && value !== "") type("");
          }}
        />
        {value !== "" && (
          <button
            type="button"
            aria-label={t("app.searchClear")}
            onClick={() => {
              type("");
              input.current?.focus();
            }}
          >
            <Icon name="close" size={16} />
          </button>
        )}
      </div>
    </form>
  );
}

const TYPED_INTO = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/** By its character or its position: on a Russian layout the same key types a full stop. */
const isSlash = ({ key, code, shiftKey, altKey }: KeyboardEvent) =>
  key === "/" || (code === "Slash" && !shiftKey && !altKey);

/** `/` focuses the search, unless the focus is in a field. */
function useSlash(input: React.RefObject<HTMLInputElement | null>): void {
  // Before paint: React runs other effects some time later, and a key pressed until then would be
  // lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const typing = target?.matches(TYPED_INTO) === true;
      const overlaid = document.querySelector("[role=dialog]") !== null;
      if (!isSlash(event) || typing || overlaid || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [input]);
}
