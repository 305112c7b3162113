import { benchBoard } from "./board.ts";
import { benchProxy } from "./proxy.ts";
import { benchTable } from "./table.ts";
import { benchWatching } from "./watching.ts";

const benches = {
  watching: benchWatching,
  proxy: benchProxy,
  board: benchBoard,
  table: benchTable,
};

// `npm run bench -- watching` runs that one alone.
const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench();
}
