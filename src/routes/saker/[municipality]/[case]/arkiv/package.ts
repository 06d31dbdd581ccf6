import type { ArchivedCase } from '#lib/domain/case/case-archive.ts';
import type { CaseSetting } from '#lib/domain/case/case-setting.ts';
import { unitName } from '#lib/domain/unit.ts';
import { caseRecord } from '#lib/i18n/case-record.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { archivePackage, type ArchivePackage } from '#lib/server/case/archive-package.ts';

type Export = { at: Date; by: string; setting: CaseSetting };

/** The package of a case in the words of whoever takes it out. */
export function packageOf(one: ArchivedCase, { at, by, setting }: Export, locals: App.Locals): Promise<ArchivePackage> {
  const { app, language } = locals;
  const { geography, legalGrounds, archiveGround, organisations } = app.reference;
  const { caseArchive } = messagesIn(language);
  const { noark } = caseArchive;
  const nameOf = (unitId: string) => unitName(geography, { unitType: 'municipality', unitId }) ?? unitId;
  const unit = unitName(geography, { unitType: 'advisory_unit', unitId: one.unitNo }) ?? one.unitNo;
  const ground = legalGrounds.find(({ id }) => id === one.legalGround)?.[language] ?? one.legalGround;
  const organisation = [...organisations].find(([, number]) => number === one.municipalityNo);
  const record = caseRecord(one, { ground, unit, nameOf, at }, language);
  const given = {
    ...{ id: one.id, number: one.number, year: one.year, publicTitle: noark.publicFile },
    title: noark.file(one.number, one.year),
    archive: {
      ...{ title: noark.archive(unit), series: noark.series, unit, creator: nameOf(one.municipalityNo) },
      creatorNo: organisation?.[0] ?? one.municipalityNo
    },
    responsible: one.responsible ?? unit,
    person: { name: one.person.name, address: one.person.address },
    partRole: noark.partRole,
    ...endsOf(one, { at, unit }),
    ...{ exportedAt: at, exportedBy: by, keptYears: Math.ceil(setting.retentionMonths / 12) },
    ...{ decideOn: one.file.deleteAfter ?? '', shieldedBy: archiveGround.shieldedBy }
  };
  const words = {
    ...{
      recordTitle: caseArchive.record.title,
      referral: noark.referral,
      answer: noark.answer,
      prosecution: noark.prosecution
    },
    ...{ publicLetter: noark.publicLetter, publicNote: noark.publicNote, kinds: caseArchive.message }
  };
  return archivePackage(one, { record, given, words });
}

/** When a case began and ended, and who ended it. */
function endsOf({ events }: ArchivedCase, { at, unit }: { at: Date; unit: string }) {
  const [opening] = events;
  const closing = events.findLast(({ event }) => event === 'close' || event === 'prosecution_reply');
  return { openedAt: opening?.at ?? at, closedAt: closing?.at ?? at, closedBy: closing?.by ?? unit };
}
