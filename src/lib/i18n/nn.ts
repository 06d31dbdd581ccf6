import type { Messages } from './nb.ts';
import { analysis } from './nn/analysis.ts';
import { api } from './nn/api.ts';
import { answer } from './nn/answer.ts';
import { answering } from './nn/answering.ts';
import { boundText } from './nn/bound-text.ts';
import { caseArea } from './nn/case-area.ts';
import { caseArchive } from './nn/case-archive.ts';
import { caseFlow } from './nn/case-flow.ts';
import { casePerson } from './nn/case-person.ts';
import { caseRemoval } from './nn/case-removal.ts';
import { caseStanding } from './nn/case-standing.ts';
import { caseIntake } from './nn/case-intake.ts';
import { cases } from './nn/cases.ts';
import { charts } from './nn/charts.ts';
import { contact } from './nn/contact.ts';
import { counties } from './nn/counties.ts';
import { country } from './nn/country.ts';
import { desk } from './nn/desk.ts';
import { countyPackage } from './nn/county-package.ts';
import { coverage } from './nn/coverage.ts';
import { estimate } from './nn/estimate.ts';
import { imports } from './nn/imports.ts';
import { dispatch } from './nn/dispatch.ts';
import { sending } from './nn/sending.ts';
import { drafting } from './nn/drafting.ts';
import { colleagues } from './nn/colleagues.ts';
import { followUp } from './nn/follow-up.ts';
import { ownCount } from './nn/own-count.ts';
import { ownPage } from './nn/own-page.ts';
import { ownSql } from './nn/own-sql.ts';
import { ownRounds } from './nn/own-rounds.ts';
import { provider } from './nn/provider.ts';
import { pictures } from './nn/pictures.ts';
import { policeReferral } from './nn/police-referral.ts';
import { profile } from './nn/profile.ts';
import { audit } from './nn/audit.ts';
import { people } from './nn/people.ts';
import { published } from './nn/published.ts';
import { quality } from './nn/quality.ts';
import { publication } from './nn/publication.ts';
import { release } from './nn/release.ts';
import { questions } from './nn/questions.ts';
import { referral } from './nn/referral.ts';
import { regionalAnswers } from './nn/regional-answers.ts';
import { registration } from './nn/registration.ts';
import { releaseFiles } from './nn/release-files.ts';
import { response } from './nn/response.ts';
import { roles } from './nn/roles.ts';
import { round } from './nn/round.ts';
import { selfReferral } from './nn/self-referral.ts';
import { setup } from './nn/setup.ts';
import { shell } from './nn/shell.ts';
import { signIn } from './nn/sign-in.ts';
import { statistics } from './nn/statistics.ts';
import { views } from './nn/views.ts';
import { webCheck } from './nn/web-check.ts';

export const nn: Messages = {
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
