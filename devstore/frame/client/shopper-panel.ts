import type { DeedAction, DeedView, PanelState } from "../../shopper/deed";
import { wireDeedForm } from "./deed-form";
import { drawDeeds, drawSent, tickCountdowns } from "./deed-list";
import { byId } from "./dom";
import { fetchPanelState, sendAction } from "./panel-api";

const TICK_MS = 250;

/** The shopper panel. */
export interface ShopperPanel {
  /** Asks for the state again and draws it. */
  refresh(): Promise<void>;
}

/** Wires the panel on this page. `onState` gets every state that is drawn. */
export function createShopperPanel(onState: (state: PanelState) => void): ShopperPanel {
  const deeds = byId("deeds", HTMLElement);
  const act = async (deed: DeedView, action: DeedAction) => {
    const answer = await sendAction(deed.id, action);
    if ("state" in answer) draw(answer.state);
  };
  const draw = (state: PanelState) => {
    byId("deeds-empty", HTMLElement).hidden = state.deeds.length > 0;
    byId("sent-empty", HTMLElement).hidden = state.sent.length > 0;
    drawDeeds(deeds, state.deeds, (deed, action) => void act(deed, action));
    drawSent(byId("sent", HTMLElement), state.sent);
    onState(state);
  };
  wireDeedForm(draw);
  setInterval(() => tickCountdowns(deeds), TICK_MS);
  return {
    async refresh() {
      draw(await fetchPanelState());
    },
  };
}
