import { parseArgs } from "node:util";
import { runDemo } from "./demo/run-demo";

const { values } = parseArgs({
  options: {
    play: { type: "boolean", default: false },
    dev: { type: "boolean", default: false },
    reset: { type: "boolean", default: false },
  },
});

try {
  const { playStory } = values.play ? await import("./play/play-story") : { playStory: null };
  process.exit(playStory ? await playStory() : await runDemo(values));
} catch (error) {
  console.error(`The demo could not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
