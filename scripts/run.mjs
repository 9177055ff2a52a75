// The one way in: `node scripts/run.mjs <command>`. Plain Node 20, no dependencies, so that a fresh clone can start here.
import { commands } from "./commands.mjs";
import { endAs } from "./setup/child.mjs";
import { ensureNode } from "./setup/node.mjs";

const [name, ...args] = process.argv.slice(2);
const command = commands[name];

if (!command) {
  console.error(`Usage: npm run <command>, where <command> is one of: ${Object.keys(commands).join(", ")}`);
  process.exit(2);
}

try {
  const elsewhere = await ensureNode();
  endAs(elsewhere ?? (await command(args)));
} catch (error) {
  console.error(`laurel: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
