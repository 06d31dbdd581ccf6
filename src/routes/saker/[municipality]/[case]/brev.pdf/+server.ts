import { readCaseForm } from '#lib/domain/case/case-form.ts';
import { summonsFault } from '#lib/domain/case/summons-plan.ts';
import { listNotices } from '#lib/server/case/notice.ts';
import { Problem } from '#lib/server/problem.ts';
import { openCases, requireCase, requireKeys } from '../../../open-cases.ts';
import { makeNotice, openLetterScene, summonsPdf } from '../letters.ts';
import type { RequestHandler } from './$types';

// A letter as it would be, before it is sent: of the summons in the address, or of the notice with a number.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { user, actor, app } = openCases(locals, url);
  const masters = requireKeys(app);
  const at = app.clock();
  const pdf = await app.db.transaction(actor, async (tx) => {
    const { file, parts } = await requireCase(tx, user, params);
    if (!parts.includes('case_officer')) throw Problem.notFound();
    const register = { tx, masters, at };
    const writer = { app, officer: user.name, language: locals.language };
    const number = Number(url.searchParams.get('number'));
    const notice = (await listNotices(tx, file)).find((one) => one.number === number);
    const made = notice && (await makeNotice(register, file, notice, writer));
    if (made) return Buffer.from(made.notice.files[0]?.content ?? '', 'base64');
    return notice ? null : draftOf(await openLetterScene(register, file, writer), url.searchParams);
  });
  if (!pdf) throw Problem.conflict('no-letter');
  const headers = { 'content-type': 'application/pdf', 'cache-control': 'no-store' };
  return new Response(new Uint8Array(pdf), {
    headers: { ...headers, 'content-disposition': 'inline; filename="brev.pdf"' }
  });
};

function draftOf(scene: Awaited<ReturnType<typeof openLetterScene>>, typed: URLSearchParams) {
  const { given, problems } = readCaseForm('summon', typed);
  const summoned = { ...given, toGuardian: false };
  const fault = summonsFault(scene, { ...summoned, channel: 'post' }, false);
  return problems.length > 0 || fault ? null : summonsPdf(scene, summoned);
}
