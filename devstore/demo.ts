import { parseArgs } from "node:util";
import { runDemo } from "./demo/run-demo";
import { playStory } from "./play/play-story";

const { values } = parseArgs({
  options: {
    play: { type: "boolean", default: false },
    dev: { type: "boolean", default: false },
    reset: { type: "boolean", default: false },
  },
});

try {
  process.exit(values.play ? await playStory() : await runDemo(values));
} catch (error) {
  console.error(`The demo could not start: ${error instanceof Error ? error.message : error}`);
  const startOver = values.play ? "" : " If it fails again, start over with: npm run demo -- --reset";
  console.error(`What to do next: run it again.${startOver}`);
  process.exit(1);
}
