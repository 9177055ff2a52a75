import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { demoFolder, prepareFolder } from "../../../devstore/demo/demo-folder";
import { startDemo } from "../../../devstore/demo/start-demo";

/** A demo of this test file alone. */
export interface TestDemo {
  adminUrl: string;
  mailboxUrl: string;
  /** Stops everything and removes what it wrote. */
  stop(): Promise<void>;
}

/** As long as in the demo itself. */
const HOLD_SECONDS = 20;

/** Starts the demo as `npm run demo` does, in an empty folder of its own and on ports that are free. */
export async function startTestDemo(): Promise<TestDemo> {
  const parent = mkdtempSync(path.join(tmpdir(), "laurel-e2e-"));
  const remove = () => rmSync(parent, { recursive: true, force: true });
  const folder = demoFolder("demo", parent);
  prepareFolder(folder, false);
  try {
    const demo = await startDemo({ folder, dev: false, holdSeconds: HOLD_SECONDS, adminPort: 4500, appPort: 3500 });
    const { adminUrl } = demo.settings;
    return { adminUrl: `${adminUrl}/`, mailboxUrl: `${adminUrl}/mailbox`, stop: () => demo.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
