import IconButton from "@mui/material/IconButton";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useEffect, useRef } from "react";
import { Icon } from "#ui/icons.tsx";
import { useAppText } from "../messages.ts";
import { useSearch } from "./useSearch.ts";

/** The search. On a list it filters as one types; elsewhere Enter leads to the accounts. */
export function Search({ className }: { className?: string | undefined }) {
  const t = useAppText();
  const input = useRef<HTMLInputElement>(null);
  const { value, type, submit } = useSearch();
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
      <OutlinedInput
        fullWidth
        inputRef={input}
        type="search"
        value={value}
        placeholder={t("app.searchHint")}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value !== "") type("");
        }}
        startAdornment={<Icon name="search" />}
        endAdornment={
          value === "" ? null : (
            <IconButton
              size="small"
              aria-label={t("app.searchClear")}
              onClick={() => {
                type("");
                input.current?.focus();
              }}
            >
              <Icon name="close" size={16} />
            </IconButton>
          )
        }
        slotProps={{ input: { "aria-label": t("app.search"), maxLength: 100 } }}
        sx={{ "& input::-webkit-search-cancel-button": { display: "none" } }}
      />
    </form>
  );
}

/** `/` leads to the search, unless one is typing somewhere. */
function useSlash(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const typing = target?.matches("input, textarea, select, [contenteditable]") === true;
      const overlaid = document.querySelector("[role=dialog]") !== null;
      if (event.key !== "/" || typing || overlaid || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [input]);
}
