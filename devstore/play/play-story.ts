import { readdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { type DemoFolder, demoFolder, prepareFolder } from "../demo/demo-folder";
import { takeFolderLock } from "../demo/folder-lock";
import { type RunningDemo, startDemo } from "../demo/start-demo";
import { actScene } from "./act-story";
import { checkStory, type StoryCoupons, type Verdict } from "./check-story";
import { createCsvCoupon, createStaticCoupon } from "./create-coupons";
import { readResults } from "./read-results";
import { STORY } from "./story";
import { storyTable } from "./story-table";

/** Long enough for the shopper who adds a photo a second later. */
const HOLD_SECONDS = 4;
/** How long the mails that must come may take, and how long is waited for one that must not. */
const PATIENCE_MS = 60_000;
const GRACE_MS = (HOLD_SECONDS + 3) * 1000;

const PHOTO_CODES = Array.from({ length: 12 }, (_, index) => `PHOTO-${String(index + 1).padStart(4, "0")}`);

const COUPONS: StoryCoupons = {
  order: { description: "10% off your next order", codes: ["THANKYOU10"], isShared: true, inWords: "THANKYOU10" },
  photo: { description: "15% off for your photo", codes: PHOTO_CODES, isShared: false, inWords: "one of the file" },
};

/** Plays the story in a fresh folder, prints what happened, and resolves with 0 only if everybody got what they should. */
export async function playStory(): Promise<number> {
  const folder = demoFolder("play");
  const taken = takeFolderLock(folder.lockFile);
  if (taken.outcome === "held") {
    console.error(`The story is already being played (process ${taken.holder.pid}). Wait until it ends.`);
    return 1;
  }
  try {
    prepareFolder(folder, true);
    const problems = await perform(folder);
    const results = await readResults(folder.databaseDir, folder.outboxDir);
    return report(checkStory(STORY, COUPONS, results), problems);
  } finally {
    taken.lock.release();
  }
}

/** Starts everything, lets merchant and shoppers act, waits until the mails are out, and stops everything. */
async function perform(folder: DemoFolder): Promise<string[]> {
  console.log("Starting the app and a demo store in a fresh folder …");
  const demo = await startDemo({ folder, dev: false, holdSeconds: HOLD_SECONDS, adminPort: 4400, appPort: 3400 });
  try {
    console.log("The merchant creates two coupons and turns on the thank-you email …");
    await setUpShop(demo);
    console.log(`${STORY.length} shoppers order, write reviews and change their minds …`);
    const { shop } = demo.settings;
    const scenes = STORY.map((scene) => actScene(scene, { shop, hooks: demo.hooks }));
    const problems = (await Promise.all(scenes)).flat();
    await mailsToArrive(folder.outboxDir, STORY.flatMap(({ earns }) => earns).length);
    return problems;
  } finally {
    await demo.stop();
  }
}

async function setUpShop({ merchant }: RunningDemo): Promise<void> {
  const { order, photo } = COUPONS;
  await createStaticCoupon(merchant, { trigger: "order", description: order.description }, order.codes.join());
  const csv = `code\n${photo.codes.join("\n")}\n${photo.codes[0]?.toLowerCase()}\n`;
  await createCsvCoupon(merchant, { trigger: "photo_review", description: photo.description }, csv);
  await merchant.submit("/app/thank-you", new URLSearchParams({ intent: "switch-on" }));
}

/** Waits for as many mails as there must be, and then for those there must not be. */
async function mailsToArrive(outboxDir: string, count: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const arrived = async () => (await readdir(outboxDir)).filter((name) => name.endsWith(".eml")).length;
  while ((await arrived()) < count && Date.now() < deadline) await pause(200);
  await pause(GRACE_MS);
}

function report(verdicts: readonly Verdict[], problems: readonly string[]): number {
  console.log(`\n${storyTable(verdicts)}\n`);
  for (const problem of problems) console.log(`Answered otherwise than it should: ${problem}`);
  const wrong = verdicts.filter((verdict) => verdict.problems.length > 0).length;
  if (wrong === 0 && problems.length === 0) {
    console.log(`All ${verdicts.length} shoppers got exactly what they should.`);
    return 0;
  }
  console.log(`${wrong} of ${verdicts.length} did not get exactly what they should.`);
  return 1;
}
