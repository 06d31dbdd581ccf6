import { analysis } from './nb/analysis.ts';
import { api } from './nb/api.ts';
import { answer } from './nb/answer.ts';
import { answering } from './nb/answering.ts';
import { boundText } from './nb/bound-text.ts';
import { caseArea } from './nb/case-area.ts';
import { caseArchive } from './nb/case-archive.ts';
import { caseFlow } from './nb/case-flow.ts';
import { casePerson } from './nb/case-person.ts';
import { caseRemoval } from './nb/case-removal.ts';
import { caseStanding } from './nb/case-standing.ts';
import { caseIntake } from './nb/case-intake.ts';
import { cases } from './nb/cases.ts';
import { charts } from './nb/charts.ts';
import { contact } from './nb/contact.ts';
import { counties } from './nb/counties.ts';
import { country } from './nb/country.ts';
import { desk } from './nb/desk.ts';
import { countyPackage } from './nb/county-package.ts';
import { coverage } from './nb/coverage.ts';
import { estimate } from './nb/estimate.ts';
import { imports } from './nb/imports.ts';
import { dispatch } from './nb/dispatch.ts';
import { sending } from './nb/sending.ts';
import { drafting } from './nb/drafting.ts';
import { colleagues } from './nb/colleagues.ts';
import { followUp } from './nb/follow-up.ts';
import { ownCount } from './nb/own-count.ts';
import { ownPage } from './nb/own-page.ts';
import { ownSql } from './nb/own-sql.ts';
import { ownRounds } from './nb/own-rounds.ts';
import { provider } from './nb/provider.ts';
import { pictures } from './nb/pictures.ts';
import { policeReferral } from './nb/police-referral.ts';
import { profile } from './nb/profile.ts';
import { audit } from './nb/audit.ts';
import { people } from './nb/people.ts';
import { published } from './nb/published.ts';
import { quality } from './nb/quality.ts';
import { publication } from './nb/publication.ts';
import { release } from './nb/release.ts';
import { questions } from './nb/questions.ts';
import { referral } from './nb/referral.ts';
import { regionalAnswers } from './nb/regional-answers.ts';
import { registration } from './nb/registration.ts';
import { releaseFiles } from './nb/release-files.ts';
import { response } from './nb/response.ts';
import { roles } from './nb/roles.ts';
import { round } from './nb/round.ts';
import { selfReferral } from './nb/self-referral.ts';
import { setup } from './nb/setup.ts';
import { shell } from './nb/shell.ts';
import { signIn } from './nb/sign-in.ts';
import { statistics } from './nb/statistics.ts';
import { views } from './nb/views.ts';
import { webCheck } from './nb/web-check.ts';

export const nb = {
  analysis,
  api,
  shell,
  signIn,
  provider,
  answer,
  answering,
  boundText,
  caseArchive,
  caseArea,
  caseFlow,
  casePerson,
  caseRemoval,
  caseStanding,
  caseIntake,
  cases,
  charts,
  contact,
  counties,
  country,
  countyPackage,
  coverage,
  desk,
  estimate,
  imports,
  dispatch,
  sending,
  drafting,
  colleagues,
  followUp,
  ownCount,
  ownPage,
  ownSql,
  ownRounds,
  round,
  selfReferral,
  setup,
  statistics,
  published,
  publication,
  release,
  pictures,
  policeReferral,
  regionalAnswers,
  profile,
  quality,
  referral,
  registration,
  releaseFiles,
  response,
  roles,
  audit,
  people,
  questions,
  views,
  webCheck
};

/** What every language must say; bokmål is the pattern. */
export type Messages = typeof nb;
