import type { OperationName } from "#api/operations.ts";

/** A change of the app's source: a text that occurs exactly once, and its replacement. */
export interface Patch {
  file: string;
  search: string;
  replacement: string;
}

/** A fault put into the app on purpose, and the cells of the fault grid that must catch it. */
export interface SeededFault {
  name: string;
  patches: readonly Patch[];
  cells: readonly (readonly [operation: OperationName, condition: string])[];
}

const patch = (file: string, search: string, replacement: string): Patch => ({
  file,
  search,
  replacement,
});

const SERVER_ERRORS = "src/common/useServerErrors.ts";
const TOAST_IF_LEFT = "src/common/useErrorToastAfterLeave.ts";

/** Where the code of a pattern has moved or changed, adapt the pattern: the fault stays the same. */
export const SEEDED_FAULTS: readonly SeededFault[] = [
  {
    name: "an error shows no title",
    patches: [patch("src/common/ErrorMessage.tsx", "<strong>{title}.</strong> {text}", "{text}")],
    cells: [["createSipAccount", "status:400"]],
  },
  {
    name: "a failure behind status 200 is reported as success",
    patches: [
      patch(
        "src/api/client.ts",
        "if (hidden !== undefined) throw hidden;",
        "if (hidden !== undefined && op.method !== 'GET') return { data: {} as Result<T>, invalidRows: [] };",
      ),
    ],
    cells: [["createScenario", "error-200:status"]],
  },
  {
    name: "the retry button does nothing",
    patches: [
      patch(
        "src/common/ErrorState.tsx",
        "              focusPageTitle();\n              onRetry();\n",
        "              focusPageTitle();\n",
      ),
    ],
    cells: [["getVoicemail", "status:400"]],
  },
  {
    name: "a failed write is sent again by itself",
    patches: [
      patch("src/app/queryClient.ts", "mutations: { retry: false,", "mutations: { retry: 1,"),
    ],
    cells: [["createSipAccount", "status:400"]],
  },
  {
    name: "a confirmation closes when its deletion fails",
    patches: [
      patch(
        "src/common/DeleteDialog.tsx",
        "setFailure({ error });\n      return;",
        "setFailure({ error });\n      onClose();\n      return;",
      ),
    ],
    cells: [["deleteSipAccount", "status:400"]],
  },
  {
    name: "what was typed is lost when a save fails",
    patches: [
      patch(
        "src/ui/form/draft/useFormDraft.ts",
        "        await write();\n",
        "        await write();\n        reset(base);\n",
      ),
    ],
    cells: [["createSipAccount", "status:400"]],
  },
  {
    name: "stale data is shown without a notice",
    patches: [
      patch(
        "src/common/StaleNotice.tsx",
        "if (isShownInFrame(error) && consequence === undefined) return null;",
        "if (isShownInFrame(error) || error !== undefined) return null;",
      ),
    ],
    cells: [["listSipStatuses", "status:400"]],
  },
  {
    name: "Retry-After is not honoured",
    patches: [
      patch(
        "src/api/failure.ts",
        "const retryAfter = retryAfterSeconds(response.headers);",
        "const retryAfter = undefined;",
      ),
    ],
    cells: [["listSipStatuses", "status:429"]],
  },
  {
    name: "an account of unknown status is shown as offline",
    patches: [
      patch(
        "src/domain/sip/rows.ts",
        'if (online === undefined) return "unknown";',
        'if (online === undefined) return "offline";',
      ),
    ],
    cells: [["listSipStatuses", "status:400"]],
  },
  {
    name: "the field that the provider rejects does not get the focus",
    patches: [patch(SERVER_ERRORS, "{ shouldFocus: index === 0 }", "{ shouldFocus: index < 0 }")],
    cells: [["createSipAccount", "status:422"]],
  },
  {
    name: "a write whose outcome is unknown is reported as failed",
    patches: [
      patch(
        "src/common/errorText.ts",
        'mayBeDone(error) ? t("error.writeUnsure") : readText',
        "readText",
      ),
    ],
    cells: [["createSipAccount", "drop"]],
  },
  {
    name: "a list that failed to load is shown as empty",
    patches: [
      patch(
        "src/api/pager.ts",
        "if (ms === undefined) throw outcome.error;",
        "if (ms === undefined) {\n        yield { ...state, list: { ...state.list, complete: true } };\n        return;\n      }",
      ),
    ],
    cells: [["listSipAccounts", "status:400"]],
  },
  {
    name: "a failure vanishes a moment after it was shown",
    patches: [
      patch(
        SERVER_ERRORS,
        "    setFormError(known.length === named.length",
        "    setTimeout(() => setFormError(undefined), 1000);\n    setFormError(known.length === named.length",
      ),
    ],
    cells: [["createSipAccount", "status:400"]],
  },
  {
    name: "a failure is shown twice, the second time a moment later",
    patches: [
      patch(
        TOAST_IF_LEFT,
        "if (isStillOnPage.current) return false;",
        'setTimeout(() => toast("error", message), 1000);\n    if (isStillOnPage.current) return false;',
      ),
    ],
    cells: [["createSipAccount", "status:400"]],
  },
  {
    name: "a failure after its form was left is shown nowhere",
    patches: [
      patch(
        TOAST_IF_LEFT,
        'toast("error", t("unsaved.late", { words: message }), open);',
        "void open;",
      ),
    ],
    cells: [["createSipAccount", "hang"]],
  },
];

/** The source with a patch; throws where its text does not occur exactly once. */
export function applyPatch(source: string, { file, search, replacement }: Patch): string {
  const [before, after, ...more] = source.split(search);
  if (before === undefined || after === undefined || more.length > 0) {
    const times = source.split(search).length - 1;
    throw new Error(`${file} has this ${times} times instead of once:\n${search}`);
  }
  return before + replacement + after;
}
