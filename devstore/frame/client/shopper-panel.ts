import type { DeedAction, DeedView, PanelState } from "../../shopper/deed";
import { wireDeedForm } from "./deed-form";
import { drawDeeds, drawSent, tickCountdowns } from "./deed-list";
import { byId } from "./dom";
import { drawOutcome, lastAbout, type Outcome } from "./outcome";
import { fetchPanelState, sendAction } from "./panel-api";

const TICK_MS = 250;

/** The shopper panel. */
export interface ShopperPanel {
  /** Asks for the state again and draws it. */
  refresh(): Promise<void>;
}

/** Wires the panel on this page. `onState` gets every state that is drawn. */
export function createShopperPanel(onState: (state: PanelState) => void): ShopperPanel {
  const [deeds, news] = [byId("deeds", HTMLElement), byId("deeds-news", HTMLElement)];
  const outcomes = new Map<string, Outcome>();
  let known: PanelState | null = null;
  const act = async (deed: DeedView, action: DeedAction) => {
    const answer = await sendAction(deed.id, action);
    const state = "state" in answer ? answer.state : known;
    const outcome = "trouble" in answer ? answer.trouble : state && lastAbout(deed.id, state);
    outcomes.clear();
    byId("deed-result", HTMLElement).replaceChildren();
    if (outcome) outcomes.set(deed.id, outcome);
    drawOutcome(news, outcome);
    if (state) draw(state);
  };
  const draw = (state: PanelState) => {
    known = state;
    byId("deeds-empty", HTMLElement).hidden = state.deeds.length > 0;
    byId("sent-empty", HTMLElement).hidden = state.sent.length > 0;
    drawDeeds(deeds, state.deeds, outcomes, (deed, action) => void act(deed, action));
    drawSent(byId("sent", HTMLElement), state.sent);
    onState(state);
  };
  wireDeedForm((state) => {
    outcomes.clear();
    draw(state);
  });
  setInterval(() => tickCountdowns(deeds), TICK_MS);
  return {
    async refresh() {
      draw(await fetchPanelState());
    },
  };
}
