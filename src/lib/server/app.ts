import type { Logger } from 'pino';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { releaseDemonstration } from './demonstration-release.ts';
import { seedDemonstration } from './demonstration.ts';
import { seedCases } from './case/demonstration.ts';
import { masterKeysOf, type MasterKeys } from './case/master-key.ts';
import { openPosting, type Posting } from './dispatch/posting.ts';
import type { Db } from './db.ts';
import { allowOnly } from './egress.ts';
import { storePlaceOf, type Environment } from './env.ts';
import { hostsOf, type IdentityProvider } from './identity-provider.ts';
import { Live } from './live.ts';
import { smtpSender } from './mailer.ts';
import { Oidc } from './oidc.ts';
import { deliverNext } from './outbox.ts';
import { Problem } from './problem.ts';
import type { QuestionSet } from '#lib/domain/question-set.ts';
import { loadQuestionSets } from './question-sets.ts';
import { loadQuestionnaires } from './questionnaires.ts';
import { loadReference, type Reference } from './reference.ts';
import { secretOf } from './secret.ts';
import { ReleaseFreezer, type MakeFiles } from './release-freezing.ts';
import { ReleaseGate } from './release-gate.ts';
import { readPage, webRules } from './page-reader.ts';
import { Statistics } from './statistics.ts';
import { openReadyStore } from './store.ts';
import type { WriteSentence } from './release-text.ts';
import { startUpkeep } from './upkeep.ts';
import { startWebChecks } from './web-check.ts';
import { Workbench } from './workbench.ts';

/** Everything a request needs, opened once. */
export type App = {
  env: Environment;
  origin: string;
  secret: string;
  db: Db;
  log: Logger;
  clock: () => Date;
  reference: Reference;
  questionnaires: Questionnaire[];
  questionSets: QuestionSet[];
  statistics: Statistics;
  workbench: Workbench;
  releaseGate: ReleaseGate;
  releaseFreezer: ReleaseFreezer;
  writeSentence: WriteSentence;
  makeFiles: MakeFiles;
  live: Live;
  /** Null: the case register is not in use here. */
  caseKeys: MasterKeys | null;
  /** How what is sent for cases leaves here; null as the keys are. */
  posting: Posting | null;
  /** Who vouches for people, in the order of their buttons. */
  providers: IdentityProvider[];
  oidc: Oidc;
  close: () => Promise<void>;
};

const dataDirectory = 'data';
const outboxPauseMs = 2000;

/** What is worded and drawn by the screens and frozen by the store. */
export type Wording = Pick<App, 'writeSentence' | 'makeFiles'>;

/** Opens the store, migrates it, seeds the demonstration and starts the outbox. Throws one clear line when it cannot. */
export async function openApp(env: Environment, log: Logger, wording: Wording): Promise<App> {
  const clock = () => new Date();
  const reference = loadReference(dataDirectory);
  const questionnaires = loadQuestionnaires(`${dataDirectory}/questionnaires`);
  const { geography, facts } = reference;
  const db = await openReadyStore(storePlaceOf(env), geography);
  const secret = secretOf(env);
  const [country] = questionnaires;
  const isNew =
    env.isDemonstration &&
    (await seedDemonstration({ db, geography, facts, secret, at: clock(), directory: dataDirectory, country }));
  const caseKeys = masterKeysOf(env);
  if (env.isDemonstration && caseKeys) await seedCases(db, caseKeys, clock());
  const providers = env.OIDC_PROVIDERS ?? [];
  const live = new Live({ db, secret, clock, log });
  const releaseGate = new ReleaseGate();
  const releaseFreezer = new ReleaseFreezer();
  const stopOutbox = startOutbox(env, db, clock, log);
  const posting = openPosting(env, { db, clock, log, masters: caseKeys });
  const stopUpkeep = startUpkeep({ db, clock, log, questionnaires });
  const stopWebChecks = startPages(env, db, { clock, log });
  const app: App = {
    env,
    origin: env.ORIGIN ?? `http://localhost:${env.PORT}`,
    secret,
    db,
    log,
    clock,
    reference,
    questionnaires,
    questionSets: loadQuestionSets(`${dataDirectory}/question_sets`),
    statistics: new Statistics(db, geography, clock),
    workbench: new Workbench(),
    releaseGate,
    releaseFreezer,
    ...wording,
    live,
    caseKeys,
    posting,
    providers,
    oidc: new Oidc(allowOnly(providers.flatMap(hostsOf)), clock),
    close: async () => {
      await live.close();
      await releaseGate.close();
      await releaseFreezer.close();
      await demonstration;
      await stopOutbox();
      await posting?.close();
      await stopUpkeep();
      await stopWebChecks();
      await db.close();
    }
  };
  const demonstration = isNew ? showRelease(app) : undefined;
  return app;
}

/** Not waited for: the files of a release take some seconds, and everything else is there meanwhile. */
async function showRelease(app: App): Promise<void> {
  try {
    await releaseDemonstration(app);
  } catch (error) {
    app.log.warn({ code: error instanceof Problem ? error.code : 'unexpected' }, 'the demonstration has no release');
  }
}

function startPages(env: Environment, db: Db, tools: Pick<App, 'clock' | 'log'>): () => Promise<void> {
  const hosts = env.WEB_CHECK_HOSTS;
  if (!hosts) return async () => undefined;
  return startWebChecks(db, (address) => readPage(address, { ...webRules, hosts }), tools);
}

function startOutbox(env: Environment, db: Db, clock: () => Date, log: Logger): () => Promise<void> {
  if (!env.SMTP_URL) return async () => undefined;
  const send = smtpSender(env.SMTP_URL, env.MAIL_FROM);
  let isOpen = true;
  const run = async () => {
    while (isOpen) {
      const delivered = await deliverNext(db, send, clock()).catch((error: unknown) => {
        log.error({ code: error instanceof Error && 'code' in error ? error.code : 'unknown' }, 'outbox failed');
        return false;
      });
      if (!delivered && isOpen) await pause(outboxPauseMs);
    }
  };
  const running = run();
  return async () => {
    isOpen = false;
    await running;
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
