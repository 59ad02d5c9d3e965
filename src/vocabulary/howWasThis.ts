/** What a young person is asked now and then about being asked: our own questions, validated by nobody. */
export const HOW_WAS_THIS_QUESTIONS = ['said-what-they-wanted', 'right-for-them'] as const;
export type HowWasThisQuestion = (typeof HOW_WAS_THIS_QUESTIONS)[number];

/** How one was answered; `in-words`: neither yes nor no, and the words stand in the thread. */
export type HowWasThisAnswer = 'yes' | 'no' | 'not-sure' | 'in-words';
