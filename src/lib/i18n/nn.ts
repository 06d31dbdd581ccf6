import type { Messages } from './nb.ts';
import { answer } from './nn/answer.ts';
import { people } from './nn/people.ts';
import { published } from './nn/published.ts';
import { round } from './nn/round.ts';
import { shell } from './nn/shell.ts';
import { signIn } from './nn/sign-in.ts';
import { statistics } from './nn/statistics.ts';

export const nn: Messages = { shell, signIn, answer, round, statistics, published, people };
