import { BotAdapter, type Activity, type ResourceResponse, type TurnContext } from 'botbuilder-core';
import type { Say } from '../vocabulary';

/** Sends nothing: keeps what the dialogs said, for the caller to write into its own transaction. */
export class CollectingAdapter extends BotAdapter {
  readonly said: Say[] = [];

  async sendActivities(_: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const activity of activities) {
      if (activity.type === 'message') this.said.push(activity.channelData as Say);
    }
    return activities.map(() => ({ id: '' }));
  }

  async updateActivity(): Promise<void> {
    throw new Error('what was said is not changed');
  }

  async deleteActivity(): Promise<void> {
    throw new Error('what was said is not taken back');
  }

  async continueConversation(): Promise<void> {
    throw new Error('a conversation goes on through converse() alone');
  }
}
