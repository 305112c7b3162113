import { useRef } from "react";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import styles from "#ui/table/List.module.css";
import { useListSearch } from "./useListSearch.ts";

export interface SearchTexts {
  /** Names the field. */
  label: string;
  /** What may be typed. */
  hint: string;
}

/** The search field of a list: filters it while typing, by `?q=`. */
export function ListSearch({ label, hint }: SearchTexts) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const { value, type } = useListSearch();
  return (
    <div role="search" className={`input-box gap-8 muted ${styles.search}`}>
      <Icon name="search" size={18} />
      <input
        ref={input}
        className="bare grow"
        type="search"
        autoComplete="off"
        value={value}
        maxLength={100}
        aria-label={label}
        placeholder={hint}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value !== "") type("");
        }}
      />
      {value !== "" && (
        <button
          type="button"
          className="bare center"
          aria-label={t("list.searchClear")}
          onClick={() => {
            type("");
            input.current?.focus();
          }}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </div>
  );
}
