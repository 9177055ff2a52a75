import { demoFolder, prepareFolder } from "./demo-folder";
import { takeFolderLock } from "./folder-lock";
import { type RunningDemo, startDemo } from "./start-demo";
import { writeDemoFile } from "./write-demo-file";

/** Short enough to watch. */
const HOLD_SECONDS = 20;

/** Runs the demo until it is asked to stop (Ctrl-C) or the app ends; resolves with the exit code. */
export async function runDemo({ dev, reset }: { dev: boolean; reset: boolean }): Promise<number> {
  const folder = demoFolder("demo");
  const taken = takeFolderLock(folder.lockFile);
  if (taken.outcome === "held") {
    const { pid, adminUrl } = taken.holder;
    console.error(
      `A demo is already running${adminUrl ? `: open ${adminUrl}` : ` (process ${pid})`}, or stop it first.`,
    );
    return 1;
  }
  const stopAsked = askedToStop();
  let demo: RunningDemo | null = null;
  try {
    prepareFolder(folder, reset);
    const options = { folder, dev, holdSeconds: HOLD_SECONDS, adminPort: 4300, appPort: 3300 };
    demo = await Promise.race([startDemo(options), stopAsked.then(() => null)]);
    if (!demo) return 0;
    writeDemoFile(folder.demoFile, demo);
    taken.lock.announce(`${demo.settings.adminUrl}/`);
    console.log(welcome(demo));
    const unasked = await Promise.race([stopAsked, demo.app.ended]);
    if (unasked) console.error(`${unasked}. What it said last is in ${folder.logFile}`);
    return unasked ? 1 : 0;
  } finally {
    await demo?.stop();
    taken.lock.release();
  }
}

function welcome({ settings }: RunningDemo): string {
  return [
    "",
    "Laurel is running in a demo store.",
    `  Open     ${settings.adminUrl}/`,
    "  Next     follow “From a coupon to an inbox”, the four steps on that page",
    "  Stop     Ctrl-C (what you did is kept; --reset starts over)",
    "",
  ].join("\n");
}

/** Resolves with null at the first Ctrl-C or request to end; at the second, nothing is waited for. */
function askedToStop(): Promise<null> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve(null);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  });
}
