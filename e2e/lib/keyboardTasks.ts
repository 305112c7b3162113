/** The annotation of tests that ran without pointer. */
export const KEYBOARD_ONLY = "keyboard only";

export interface KeyboardTask {
  task: string;
  /** Its browser test: the spec's file name without ending, and the full title. */
  spec: string;
  title: string;
}

/** A test that has ended. */
export interface EndedTest {
  spec: string;
  title: string;
  passed: boolean;
  keyboardOnly: boolean;
}

const FROM_OVERVIEW =
  "from the overview to offline accounts, the watch list, a support ticket and the wall";
const COUNTRY =
  "a country is opened and closed again, a change is cancelled, lists are exported and imported";
const COLOURS = "colours are switched, the sandbox is reset, a user's smart numbers are found";
const ACCOUNT_FOUND = "an account is found, opened and its credentials copied";

const task = (name: string, spec: string, title: string): KeyboardTask => ({
  task: name,
  spec,
  title,
});

/** The tasks of a user, each with the browser test that does it by keyboard alone. */
export const KEYBOARD_TASKS: readonly KeyboardTask[] = [
  task("see the state of the office, and follow a figure", "keyboard-tasks", FROM_OVERVIEW),
  task("find an account and copy its credentials", "keyboard", ACCOUNT_FOUND),
  task(
    "hand over an account",
    "handover",
    "by keyboard alone: an account is handed over as a message, a code and a file",
  ),
  task("create an account", "keyboard", "an account is created"),
  task(
    "edit an account",
    "keyboard",
    "an account is edited, and the focus returns to the edit link",
  ),
  task("change many accounts at once", "many", "accounts are ticked and given names by keyboard"),
  task("create accounts from a list", "many", "accounts are created from a list by keyboard"),
  task("leave a form with changes", "keyboard", "the confirmation of an unsaved form is answered"),
  task("delete an account", "keyboard", "an account is deleted"),
  task(
    "give an extension to somebody else",
    "people",
    "somebody takes over an extension by keyboard alone",
  ),
  task(
    "filter and sort a list, switch the language",
    "keyboard",
    "filters, sorting and the language switch are reachable",
  ),
  task("go through a long list", "keyboard", "Tab through a long list visits every row"),
  task(
    "create, activate and delete a scenario",
    "scenario-keyboard",
    "a scenario is created, activated, deactivated by Undo and deleted",
  ),
  task("edit and copy a scenario", "keyboard-tasks", "a scenario is edited and copied"),
  task(
    "put the numbers of a scenario in order",
    "scenario-order",
    "a phone is lifted, moved and dropped by keyboard, and each step is announced",
  ),
  task("watch an account, copy a support ticket, use the wall", "keyboard-tasks", FROM_OVERVIEW),
  task(
    "connect an external number",
    "external-numbers",
    "by keyboard alone: a SIP-URI number is connected and its address copied",
  ),
  task(
    "edit and disconnect an external number",
    "keyboard-tasks",
    "an external number is edited and disconnected",
  ),
  task(
    "forward an external number",
    "external-forwarding",
    "by keyboard alone: calls to a number are forwarded to an employee",
  ),
  task(
    "add and delete a smart number",
    "smart-numbers",
    "a smart number is added and deleted by keyboard alone",
  ),
  task("find a user's smart numbers", "keyboard-tasks", COLOURS),
  task(
    "set up an alert",
    "alerts",
    "a webhook is added and tested, and told of a phone that drops, by keyboard alone",
  ),
  task(
    "print the phone book, and save it for a phone",
    "phonebook",
    "the phone book is opened, put in order by department and saved for a phone, by keyboard alone",
  ),
  task(
    "find a change in the journal",
    "journal",
    "a change is found in the journal, and its account opened, by keyboard alone",
  ),
  task(
    "undo a change",
    "journal",
    "a change is undone from the journal by keyboard alone, also over another change",
  ),
  task(
    "change where voicemail goes",
    "voicemail",
    "the voicemail address is changed and sending turned off, by keyboard alone",
  ),
  task(
    "open and close countries by a review",
    "directions",
    "by keyboard alone: countries are found and selected, a conflict and a risk resolved, changes applied",
  ),
  task("open a country at once, and undo it", "keyboard-tasks", COUNTRY),
  task(
    "test a number",
    "directions-tools",
    "by keyboard alone: a risky number leads to the review",
  ),
  task("save and load a list of countries", "keyboard-tasks", COUNTRY),
  task("sign in", "login", "a person signs in, and goes on to the page that they opened"),
  task("switch the colours", "keyboard-tasks", COLOURS),
  task("reset the office in the sandbox", "keyboard-tasks", COLOURS),
  task(
    "find anything, and what closes a country",
    "search",
    "an account is found on the wrong layout, and a country to close, by keyboard alone",
  ),
];

/** The tasks of these specs that no passed keyboard test has done. */
export function findUndoneTasks(
  specs: ReadonlySet<string>,
  ended: readonly EndedTest[],
): KeyboardTask[] {
  return KEYBOARD_TASKS.filter(
    ({ spec, title }) =>
      specs.has(spec) &&
      !ended.some(
        (one) => one.spec === spec && one.title === title && one.passed && one.keyboardOnly,
      ),
  );
}
