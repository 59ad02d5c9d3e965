import './botbuilderParts.cjs';
import { NullTelemetryClient, TurnContext, type StatePropertyAccessor } from 'botbuilder-core';
import type { DialogState } from 'botbuilder-dialogs';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import { TURN, Turn, allDialogs, answerBurst } from '../../dialogs';
import type { Converse, Say, TemplateBook, TurnInput } from '../vocabulary';
import { createWording } from '../wording';
import { CollectingAdapter } from './collectingAdapter';
import { openState, type ConversationState } from './state';

export { questionOf } from './questionOf';

/**
 * Runs the dialogs on state the caller loads and saves. Nothing is read from anywhere else, nothing is sent: what
 * was said and wished for comes back with the new state, to be committed together. A throw leaves no trace.
 */
export function createConverse(book: TemplateBook): Converse {
  const wording = createWording(book);
  return async (input) => {
    const state = openState(input.state, input.facts.now);
    const adapter = new CollectingAdapter();
    const context = new TurnContext(adapter, activityOf(input));
    const turn = new Turn({ input, wording, memory: state.memory, send: (say) => sendThrough(context, say) });
    context.turnState.set(TURN, turn);
    const dc = await dialogSetOn(state).createContext(context);
    await answerBurst(dc, turn);
    state.lastActivityAt = input.facts.now;
    return { state, say: adapter.said, wishes: turn.wishes };
  };
}

async function sendThrough(context: TurnContext, say: Say): Promise<void> {
  await context.sendActivity({ type: 'message', text: say.text, channelData: say });
}

/** A new set each turn: it is cheap, and a set shared between turns would share its telemetry and state too. */
function dialogSetOn(state: ConversationState): DialogSet {
  const kept: StatePropertyAccessor<DialogState> = {
    get: async () => state.dialogs,
    set: async () => undefined,
    delete: async () => undefined,
  };
  const set = new DialogSet(kept);
  for (const dialog of allDialogs()) set.add(dialog);
  // Without a telemetry client of its own a set throws as soon as a dialog it does not know is on the stack.
  set.telemetryClient = new NullTelemetryClient();
  return set;
}

function activityOf({ burst, channel }: TurnInput) {
  return {
    type: 'message',
    channelId: channel,
    text: burst.map((one) => one.text).join('\n'),
    from: { id: 'young-person', name: '' },
    recipient: { id: 'service', name: '' },
    conversation: { id: 'line', name: '', isGroup: false, conversationType: '' },
  };
}
