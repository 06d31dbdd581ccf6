import { answer } from './nb/answer.ts';
import { people } from './nb/people.ts';
import { published } from './nb/published.ts';
import { round } from './nb/round.ts';
import { shell } from './nb/shell.ts';
import { signIn } from './nb/sign-in.ts';
import { statistics } from './nb/statistics.ts';

export const nb = { shell, signIn, answer, round, statistics, published, people };

/** What every language must say; bokmål is the pattern. */
export type Messages = typeof nb;
