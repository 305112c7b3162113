import { benchBoard } from "./board.ts";
import { benchHeap } from "./heap.ts";
import { benchJournal } from "./journal.ts";
import { benchLogin } from "./login.ts";
import { benchMany } from "./many.ts";
import { benchProxy } from "./proxy.ts";
import { benchStart } from "./start.ts";
import { benchTable } from "./table.ts";
import { benchTyping } from "./typing.ts";
import { benchWaits } from "./waits.ts";
import { benchWatch } from "./watch.ts";
import { benchWatching } from "./watching.ts";

const benches = {
  start: benchStart,
  waits: benchWaits,
  typing: benchTyping,
  heap: benchHeap,
  table: benchTable,
  board: benchBoard,
  watching: benchWatching,
  watch: benchWatch,
  many: benchMany,
  proxy: benchProxy,
  login: benchLogin,
  journal: benchJournal,
};

// `npm run bench -- watching` runs only that one.
const selected = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (selected.length === 0 || selected.includes(name)) await bench();
}
